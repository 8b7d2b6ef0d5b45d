import type { Escaped } from "../diagnostics/plain-text.js";
import { jsonText } from "../diagnostics/plain-text.js";
import type { Condition } from "../model/condition.js";
import type {
  Backing,
  Citation,
  Implication,
  Option,
  Pack,
  Placement,
  Question,
  Reference,
  RetiredOption,
  Topic,
} from "../model/pack.js";
import { classOfPlace } from "../model/verdict.js";
import type { ReportStyle } from "../report/report-style.js";
import { conditionWords, dependenciesOf, optionalWords, questionsById } from "./condition-words.js";
import type { ExplainedImplication, Explanation, NamedPattern, Source, When } from "./explanation.js";
import { type Entry, findEntry } from "./find-entry.js";
import { citing, reading, using } from "./mentions.js";

/**
 * Explains an id of a pack: what the entry says and why, its sources, the answers it depends on, and the entries that
 * read or cite it. An option is named `question=option`. Null when the pack has no such id.
 */
export function explain(pack: Pack, id: string): Explanation | null {
  const entry = findEntry(pack, id);
  return entry === null ? null : explanationOf(pack, entry);
}

function explanationOf(pack: Pack, found: Entry): Explanation {
  switch (found.kind) {
    case "topic":
      return explainedTopic(pack, found.entry);
    case "question":
      return explainedQuestion(pack, found.entry);
    case "option":
      return explainedOption(pack, found.question, found.entry);
    case "retired-option":
      return explainedRetired(found.question, found.entry);
    case "rule": {
      const { kind: ruleKind, ...entry } = found.entry;
      return { kind: found.kind, ruleKind, ...conditional(pack, entry) };
    }
    case "backed-by":
      return { kind: found.kind, ...explainedBacking(pack, found.entry) };
    case "clash": {
      const { when, ...entry } = found.entry;
      return { kind: found.kind, ...entry, ...whenOf(pack, when) };
    }
    case "guidance":
      return { kind: found.kind, ...conditional(pack, found.entry) };
    case "placement":
      return { kind: found.kind, ...explainedPlacement(pack, found.entry) };
    case "tradeoff": {
      const { kind: side, ...entry } = found.entry;
      return { kind: found.kind, side, ...conditional(pack, entry) };
    }
    case "pattern": {
      const sources = sourcesOf(pack, found.entry.sources);
      return { kind: found.kind, ...found.entry, sources, usedBy: using(pack, found.entry.id) };
    }
    case "criterion":
      return {
        kind: found.kind,
        ...found.entry,
        from: referenceOf(pack, found.entry.from),
        citedBy: citing(pack, found.entry.id),
      };
    case "reference": {
      const claimed = pack.criteria.filter(({ from }) => from === found.entry.id);
      const claims = claimed.map(({ id, section, claim }) => ({ id, section, claim }));
      return { kind: found.kind, ...found.entry, claims, citedBy: citing(pack, found.entry.id) };
    }
    default:
      return found satisfies never;
  }
}

function explainedTopic(pack: Pack, topic: Topic): Explanation {
  const questions = pack.questions.filter((question) => question.topic === topic.id);
  return { kind: "topic", ...topic, questions: questions.map(({ id, ask }) => ({ id, ask })) };
}

function explainedQuestion(pack: Pack, question: Question): Explanation {
  return {
    kind: "question",
    ...question,
    options: question.options.map(({ none: _, ...option }) => option),
    implied: question.implied.map((implication) => explainedImplication(pack, implication)),
    readBy: reading(pack, question.id, null),
  };
}

function explainedOption(pack: Pack, question: Question, { id, label, help, examples }: Option): Explanation {
  return {
    kind: "option",
    id: `${question.id}=${id}`,
    question: question.id,
    ask: question.ask,
    label,
    help,
    examples,
    harmless: question.harmless === id,
    implied: question.implied
      .filter(({ answer }) => answer === id)
      .map((implication) => explainedImplication(pack, implication)),
    readBy: reading(pack, question.id, id),
  };
}

function explainedRetired({ id: question, ask, options }: Question, retired: RetiredOption): Explanation {
  const option = options.find(({ id }) => id === retired.replacedBy);
  const replacedBy = option === undefined ? null : { id: option.id, label: option.label };
  return { kind: "retired-option", id: `${question}=${retired.id}`, question, ask, replacedBy };
}

function explainedImplication(pack: Pack, { when, answer, because }: Implication): ExplainedImplication {
  return { answer, condition: conditionWords(when, questionsById(pack.questions)), because };
}

function explainedPlacement(pack: Pack, placement: Placement) {
  const { pattern: id, beside: besideId, ...entry } = placement;
  const placeClass = classOfPlace[entry.place];
  const same = pack.placements.filter(
    ({ concern, place }) => concern === entry.concern && classOfPlace[place] === placeClass,
  );
  return {
    ...conditional(pack, entry),
    class: placeClass,
    pattern: namedPattern(pack, id),
    beside: namedPattern(pack, besideId),
    after: earlierThan(placement, same),
  };
}

function explainedBacking(pack: Pack, backing: Backing) {
  const { pattern: id, ...entry } = backing;
  return {
    ...conditional(pack, entry),
    pattern: namedPattern(pack, id),
    after: earlierThan(backing, pack.backings),
  };
}

function namedPattern({ patterns }: Pack, id: string | null): NamedPattern | null {
  const found = patterns.find((candidate) => candidate.id === id);
  return found === undefined ? null : { id: found.id, title: found.title, place: found.place };
}

function earlierThan<Entry extends { readonly id: string }>(
  entry: Entry,
  list: readonly Entry[],
): readonly string[] {
  return list.slice(0, list.indexOf(entry)).map(({ id }) => id);
}

/** An entry with its condition in words and its sources resolved. */
function conditional<Kind extends { readonly when: Condition | null; readonly sources: readonly Citation[] }>(
  pack: Pack,
  entry: Kind,
) {
  const { when, sources, ...rest } = entry;
  return { ...rest, ...whenOf(pack, when), sources: sourcesOf(pack, sources) };
}

function whenOf(pack: Pack, when: Condition | null): When {
  const questions = questionsById(pack.questions);
  return {
    condition: optionalWords(when, questions),
    hangsOn: when === null ? [] : dependenciesOf(when, questions),
  };
}

const referenceOf = ({ references }: Pick<Pack, "references">, id: string | null): Reference | null =>
  references.find((reference) => reference.id === id) ?? null;

/** The sources that citations refer to. */
function sourcesOf(
  pack: Pick<Pack, "criteria" | "references">,
  citations: readonly Citation[],
): readonly Source[] {
  return citations.map(({ kind, id, section }): Source => {
    const criterion = pack.criteria.find((candidate) => candidate.id === id);
    const reference = referenceOf(pack, id);
    return {
      kind,
      id,
      section,
      title: criterion?.claim ?? reference?.title ?? id,
      url: reference?.url ?? null,
      contested: criterion?.contested ?? null,
      claimed:
        criterion === undefined
          ? null
          : { from: referenceOf(pack, criterion.from), section: criterion.section },
    };
  });
}

/** An explanation for programs (version 2), with the pack that it comes from. */
export function explanationJson(
  explanation: Explanation,
  { name, version }: Pick<Pack, "name" | "version">,
  style: Pick<ReportStyle, "unicode">,
): Escaped {
  return jsonText({ version: 2, pack: { name, version }, explanation }, style);
}
