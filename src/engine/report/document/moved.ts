import type { Movement } from "../../model/movement.js";
import { as } from "../inline.js";
import { clashTitle } from "../wording/clash-words.js";
import { homeWords, movedLabels, movedWords } from "../wording/movement-words.js";
import { concernTitles } from "../wording/titles.js";
import { type Block, type Item, idOf, item, list, paragraph, prose, said, terms } from "./blocks.js";

/** "hybrid → stateful: verdict, grade, workflow"; "still hybrid" if only answers moved. */
export function movedSummary(movement: Movement): string {
  const { before, after } = movement;
  const words = movedWords(movement);
  const verdict =
    before.verdict === after.verdict ? `still ${after.verdict}` : `${before.verdict} → ${after.verdict}`;
  return words.length === 0 ? verdict : `${verdict}: ${words.join(", ")}`;
}

/** The answers before and after, where state went, and the clashes that came. */
export function movedBlocks({ answers, concerns, after, clashes }: Movement): readonly Block[] {
  const gained = after.clashes.filter(({ clash }) => clashes.gained.some(({ id }) => id === clash.id));
  return [
    ...list(
      answers.map(({ question, ask, before, after }): Item => {
        const implied = (after ?? before)?.state === "implied" ? ["implied"] : [];
        const words = [`${ask} ${movedLabels(before)} → `, as("bold", movedLabels(after))];
        return item(null, said(...words, idOf(question, ...implied)));
      }),
    ),
    ...terms(
      concerns.map(({ concern, before, after }) =>
        item(
          as("bold", concernTitles[concern]),
          said(`${homeWords(before)} → `, as("bold", homeWords(after))),
        ),
      ),
      13,
    ),
    ...(gained.length === 0 ? [] : [paragraph(said(as("bold", clashTitle)))]),
    ...list(gained.map(({ clash }) => item(as("bad", "!"), said(prose(clash.because))))),
  ];
}
