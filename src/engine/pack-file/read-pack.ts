import { oneLine } from "../diagnostics/plain-text.js";
import type { Problem } from "../diagnostics/problem.js";
import type {
  Criterion,
  Guidance,
  Implication,
  Option,
  Pack,
  Pattern,
  Placement,
  Question,
  Reference,
  Rule,
  Settings,
  Topic,
  Tradeoff,
  Veto,
  Weight,
} from "../model/pack.js";
import type { Place } from "../model/verdict.js";
import { type Mapping, mappingOf } from "../parse/parsed-document.js";
import { EntryReader } from "./entry-reader.js";
import type { RawPack } from "./raw-pack.js";

const defaults = { need: 0, bound: 0.5, evidence: 4, firm: 0.25, fragile: 0.1 } as const;

/**
 * Turns a merged pack whose shape has been checked into the nouns of the model, and checks every id that it names:
 * topics, questions, options, patterns, criteria and references.
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
    settings: settingsOf(raw.header),
    topics: read.section(
      "topics",
      (e): Topic => ({ id: e.id, title: e.text("title"), about: e.text("about") }),
    ),
    questions: asked.map(({ entry, question }) => ({ ...question, implied: readImplied(entry, question) })),
    rules: read.section("rules", readRule),
    vetoes: read.section("vetoes", readVeto),
    placements: read.section("placements", readPlacement),
    tradeoffs: read.section("tradeoffs", readTradeoff),
    patterns: read.section("patterns", readPattern),
    guidance: read.section("guidance", readGuidance),
    criteria: read.section(
      "criteria",
      (e): Criterion => ({
        id: e.id,
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
  return { pack, problems };
}

function settingsOf(header: Mapping): Settings {
  const number = (key: string, fallback: number): number =>
    typeof header[key] === "number" ? header[key] : fallback;
  return {
    needBoundaryPercent: Math.round(number("need-boundary", defaults.need) * 100),
    boundBoundaryPercent: Math.round(number("bound-boundary", defaults.bound) * 100),
    minimumEvidence: number("minimum-evidence", defaults.evidence),
    firmRadius: number("firm-radius", defaults.firm),
    fragileRadius: number("fragile-radius", defaults.fragile),
  };
}

type Entry = ReturnType<EntryReader["entry"]>;

/** A question without its implications, which can be read once all questions are known. */
function readQuestion(e: Entry): Question {
  const options = Object.entries(mappingOf(e.fields["options"])).map(([id, value]): Option => {
    const fields = mappingOf(value);
    return {
      id,
      label: oneLine(String(fields["label"])),
      help: oneLine(String(fields["help"])),
      none: fields["none"] === true,
    };
  });
  const question: Question = {
    id: e.id,
    topic: e.reference("topics", "topic", "topic"),
    ask: e.text("ask"),
    why: e.text("why"),
    help: e.text("help"),
    ordered: e.flag("ordered"),
    several: e.flag("several"),
    essential: e.flag("essential"),
    direction: e.optional("direction") as Question["direction"],
    options,
    implied: [],
  };
  const nones = options.filter((option) => option.none).length;
  if (question.several ? nones !== 1 : nones > 0)
    e.report({ code: "none-not-alone", question: e.id }, ["options"]);
  if (options.some((option) => option.id === "unsure")) {
    e.report(
      { code: "not-allowed", where: `${e.id}.options`, found: "unsure", known: [] },
      ["options", "unsure"],
      "key",
    );
  }
  if (question.direction !== null && !question.ordered)
    e.report({ code: "not-ordered", question: e.id }, ["direction"]);
  return question;
}

function readImplied(e: Entry, question: Question): readonly Implication[] {
  const given = e.fields["implied"];
  if (!Array.isArray(given)) return [];
  return given.map((item, index): Implication => {
    const fields = mappingOf(item);
    const answer = String(fields["answer"]);
    const known = question.options.map((option) => option.id);
    if (!known.includes(answer)) {
      e.report({ code: "unknown-option", question: question.id, option: answer, known }, [
        "implied",
        index,
        "answer",
      ]);
    }
    return {
      when: e.condition(fields["when"], ["implied", index, "when"]),
      answer,
      because: oneLine(String(fields["because"])),
    };
  });
}

function readRule(e: Entry): Rule {
  const favours = e.text("favours") === "stateful" ? "stateful" : "stateless";
  return {
    id: e.id,
    when: e.condition(e.fields["when"], ["when"]),
    favours,
    weight: readWeight(e, favours),
    concern: e.text("concern") as Rule["concern"],
    because: e.text("because"),
    sources: e.citations(),
    contested: e.optional("contested"),
  };
}

/** A weight for stateful says which kind of state it calls for; one for stateless is a number. The total is 1 to 5. */
function readWeight(e: Entry, favours: Rule["favours"]): Weight {
  const given = e.fields["weight"];
  const kinds = mappingOf(given);
  const count = (key: string): number => (typeof kinds[key] === "number" ? kinds[key] : 0);
  const weight = {
    live: count("live"),
    kept: count("kept"),
    stateless: typeof given === "number" ? given : 0,
  };
  const fits = favours === "stateless" ? weight.stateless > 0 : weight.stateless === 0;
  if (!fits) e.report({ code: "weight-mismatch", id: e.id, favours }, ["weight"]);
  if (weight.live + weight.kept > 5) {
    e.report(
      {
        code: "out-of-range",
        where: `${e.id}.weight`,
        expected: "1 to 5 points in all",
        found: String(weight.live + weight.kept),
      },
      ["weight"],
    );
  }
  return weight;
}

function readVeto(e: Entry): Veto {
  return {
    id: e.id,
    when: e.condition(e.fields["when"], ["when"]),
    forbids: e.text("forbids") === "stateful" ? "stateful" : "stateless",
    concern: e.text("concern") as Veto["concern"],
    because: e.text("because"),
    sources: e.citations(),
    contested: e.optional("contested"),
  };
}

function readPlacement(e: Entry): Placement {
  const place = e.text("place") as Place;
  const pattern = "pattern" in e.fields ? e.reference("patterns", "pattern", "pattern") : null;
  if (pattern !== null) {
    const patternPlace = e.fieldOf("patterns", pattern, "place");
    if (patternPlace !== null && patternPlace !== place)
      e.report({ code: "pattern-place", id: e.id, pattern, place, patternPlace }, ["pattern"]);
  } else if (place !== "nowhere") e.report({ code: "pattern-missing", id: e.id, place }, [], "key");
  return {
    id: e.id,
    concern: e.text("concern") as Placement["concern"],
    verdict: e.list("verdict") as Placement["verdict"],
    evidence: e.optional("evidence") as Placement["evidence"],
    when: e.optionalCondition(),
    place,
    pattern,
    because: e.text("because"),
    sources: e.citations(),
  };
}

function readTradeoff(e: Entry): Tradeoff {
  const kind = e.text("kind") === "advantage" ? "advantage" : "disadvantage";
  const mitigation = e.optional("mitigation");
  if (kind === "disadvantage" && mitigation === null)
    e.report({ code: "no-mitigation", id: e.id }, [], "key");
  if (kind === "advantage" && mitigation !== null)
    e.report({ code: "mitigation-on-advantage", id: e.id }, ["mitigation"], "key");
  return {
    id: e.id,
    style: e.text("style") === "stateful" ? "stateful" : "stateless",
    kind,
    places: e.list("places") as Tradeoff["places"],
    when: e.optionalCondition(),
    text: e.text("text"),
    mitigation,
    sources: e.citations(),
  };
}

function readPattern(e: Entry): Pattern {
  return {
    id: e.id,
    title: e.text("title"),
    place: e.text("place") as Place,
    concerns: (e.list("concerns") ?? []) as Pattern["concerns"],
    what: e.text("what"),
    fits: e.text("fits"),
    watch: e.text("watch"),
    sources: e.citations(),
  };
}

function readGuidance(e: Entry): Guidance {
  return {
    id: e.id,
    topic: e.text("topic") as Guidance["topic"],
    verdict: e.list("verdict") as Guidance["verdict"],
    places: e.list("places") as Guidance["places"],
    when: e.optionalCondition(),
    text: e.text("text"),
    because: e.text("because"),
    sources: e.citations(),
  };
}
