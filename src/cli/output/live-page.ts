import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { basisDigest, basisOf } from "../../engine/advise/basis.js";
import { pagePack } from "../../engine/compile/page-pack.js";
import type { Answers, RecordedDecision, Service } from "../../engine/model/answers.js";
import type { LoadedPack } from "../../engine/model/compiled-pack.js";
import type { LivePage } from "../../engine/report/report-style.js";
import { packageFolder } from "../../packs/find-pack.js";
import type { PageData, PageDecision, Preset } from "../../page/protocol.js";

/** Most surfaces of a page that answers back: each has a form. A report on more does not. */
export const mostLive = 100;

/** Answers to start from. */
export interface LabelledAnswers {
  readonly label: string;
  readonly answers: Answers;
}

/**
 * What makes a page of these services answer back, with the pack inside.
 * @param presets answers that a questionnaire can start from, each with a label
 */
export function livePage(
  kind: PageData["kind"],
  pack: LoadedPack,
  services: readonly Service[],
  presets: readonly LabelledAnswers[] = [],
): LivePage {
  const script = readFileSync(join(packageFolder(), "dist/page.js"), "utf8");
  return {
    kind,
    script,
    digest: `sha256-${sha256(script, "base64")}`,
    data: pageData(kind, pack, services, presets),
  };
}

/** What the page starts from. */
export function pageData(
  kind: PageData["kind"],
  pack: LoadedPack,
  services: readonly Service[],
  presets: readonly LabelledAnswers[],
): PageData {
  const names = services.map(({ service, surfaces }) => [service, ...surfaces.map(({ name }) => name)]);
  return {
    kind,
    pack: pagePack(pack, kind === "report" ? "all" : "first"),
    marks: {
      pack: pack.digest.replace(/^sha256-/, "").slice(0, 8),
      file: sha256(JSON.stringify(names), "hex").slice(0, 8),
    },
    surfaces: services.flatMap(({ service, source, surfaces }, document) =>
      surfaces.map(({ answers, decision, ...surface }) => ({
        ...{ service, document, source, ...surface },
        answers: [...answers],
        decision: decision && pageDecision(decision, answers),
      })),
    ),
    presets: presets.map(({ label, answers }): Preset => ({ label, answers: [...answers] })),
  };
}

/**
 * A decision with the answers that it was based on in place of their digest, as a page cannot make one: from the record or,
 * if they still are the same, from the file. A digest that contradicts its record, or that is all there is, stays.
 */
function pageDecision(decision: RecordedDecision, now: Answers): PageDecision {
  const { basis, answers } = decision;
  const known = basis ?? basisOf(now);
  const isKnown = answers === null || answers === basisDigest(known);
  return isKnown && (basis !== null || answers !== null)
    ? { ...decision, answers: null, basis: [...known] }
    : { ...decision, basis: basis && [...basis] };
}

const sha256 = (text: string, encoding: "hex" | "base64"): string =>
  createHash("sha256").update(text).digest(encoding);
