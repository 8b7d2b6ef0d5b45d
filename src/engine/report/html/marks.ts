import type { Grade, Verdict } from "../../model/verdict.js";
import { gradeRoles } from "../wording/titles.js";
import { type Html, html } from "./writer.js";

/** A verdict's sign: recognisable by its shape, without its colour. The word is beside it. */
export function verdictMark(verdict: Verdict): Html {
  const ring = html`<circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" stroke-width="2.5"`;
  const drawn: Readonly<Record<Verdict, Html>> = {
    stateless: html`${ring}/>`,
    stateful: html`${ring}/><circle cx="10" cy="10" r="5" fill="currentColor"/>`,
    hybrid: html`${ring}/><path d="M10 4a6 6 0 0 1 0 12z" fill="currentColor"/>`,
    undecided: html`${ring} stroke-dasharray="4.4 4"/>`,
  };
  return html`<svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">${drawn[verdict]}</svg>`;
}

const steps: Readonly<Record<Grade, number>> = { fragile: 1, fair: 2, firm: 3 };

/** A grade as one to three filled steps. The word is beside it. */
export function gradeMark(grade: Grade): Html {
  const boxes = [1, 2, 3].map(
    (step) =>
      html`<rect x="${(step - 1) * 24 + 1}" y="1" width="18" height="14" rx="2" stroke="currentColor" stroke-width="1.5" fill="${step <= steps[grade] ? "currentColor" : "none"}"/>`,
  );
  return html`<svg class="${gradeRoles[grade]}" viewBox="0 0 68 16" aria-hidden="true" focusable="false">${boxes}</svg>`;
}

/** The fill of a share, in the colour of a verdict. */
export const fillOf = (verdict: Verdict): Html => html`class="fill-${verdict}"`;

/** A position from 0 to 1 as a percentage with at most three decimals. */
export const percent = (share: number): string => `${Number((share * 100).toFixed(3))}%`;
