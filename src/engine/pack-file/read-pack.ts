import { oneLine } from "../diagnostics/plain-text.js";
import { errorIn, type Problem } from "../diagnostics/problem.js";
import {
  type Criterion,
  type Pack,
  type Reference,
  ruleKinds,
  type Settings,
  type Topic,
} from "../model/pack.js";
import type { Mapping } from "../parse/parsed-document.js";
import { checkLists } from "./check-lists.js";
import { checkPlaceQuestions } from "./check-place-questions.js";
import { EntryReader } from "./entry-reader.js";
import type { RawPack } from "./raw-pack.js";
import { readGuidance, readPattern, readTradeoff } from "./read-advice.js";
import { readBacking, readPlacement } from "./read-placements.js";
import { readImplied, readQuestion } from "./read-question.js";
import { readClash, readRule } from "./read-rule.js";

const defaults = { robust: 0.25, tight: 0.1 } as const;

/**
 * Turns a merged pack whose shape has been checked into the nouns of the model. Checks every id that it names, that
 * each of the eleven lists of placements ends in one that always holds, and that questions which bear on the place
 * alone are read by nothing that decides about need.
 */
export function readPack(raw: RawPack): { readonly pack: Pack; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const read = new EntryReader(raw, problems);
  const asked = read.section("questions", (entry) => ({ entry, question: readQuestion(entry) }));
  read.useQuestions(asked.map(({ question }) => question));
  const pack: Pack = {
    name: String(raw.header["name"] ?? ""),
    version: String(raw.header["version"] ?? ""),
    about: oneLine(String(raw.header["about"] ?? "")),
    drawnFrom: read.drawnFrom(),
    notAsked: "not-asked" in raw.header ? oneLine(String(raw.header["not-asked"])) : null,
    settings: settingsOf(raw.header),
    topics: read.section(
      "topics",
      (e): Topic => ({ id: e.id, title: e.text("title"), about: e.text("about") }),
    ),
    questions: asked.map(({ entry, question }) => ({ ...question, implied: readImplied(entry, question) })),
    rules: ruleKinds.flatMap((kind) => read.section(kind, (entry) => readRule(entry, kind))),
    placements: read.section("placements", readPlacement),
    backings: read.section("backed-by", readBacking),
    clashes: read.section("clashes", readClash),
    tradeoffs: read.section("tradeoffs", readTradeoff),
    patterns: read.section("patterns", readPattern),
    guidance: read.section("guidance", readGuidance),
    criteria: read.section(
      "criteria",
      (e): Criterion => ({
        id: e.id,
        from: e.drawnFrom,
        section: e.text("section"),
        claim: e.text("claim"),
        contested: e.optional("contested"),
      }),
    ),
    references: read.section(
      "references",
      (e): Reference => ({ id: e.id, title: e.text("title"), url: e.optional("url") }),
    ),
  };
  for (const problem of checkRadii(pack, raw)) problems.push(problem);
  for (const problem of checkLists(pack, raw)) problems.push(problem);
  for (const problem of checkPlaceQuestions(pack, raw)) problems.push(problem);
  return { pack, problems };
}

function settingsOf(header: Mapping): Settings {
  const number = (key: string, fallback: number): number =>
    typeof header[key] === "number" ? header[key] : fallback;
  return {
    robustRadius: number("robust-radius", defaults.robust),
    tightRadius: number("tight-radius", defaults.tight),
  };
}

/** No weights can be tight and robust at once. */
function checkRadii({ settings }: Pick<Pack, "settings">, raw: RawPack): readonly Problem[] {
  const { robustRadius: robust, tightRadius: tight } = settings;
  if (tight <= robust) return [];
  const at = raw.locateHeader("tight-radius") ?? raw.locateHeader("robust-radius");
  return [errorIn(at?.file ?? raw.name, { code: "radii-crossed", robust, tight }, at)];
}
