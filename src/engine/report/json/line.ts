import { asciiJson } from "../../diagnostics/plain-text.js";
import type { Problem } from "../../diagnostics/problem.js";
import type { CheckedSurface } from "../../model/check.js";
import type { Rule, Veto } from "../../model/pack.js";
import type { ReportedAnswer, UncitedRecommendation } from "../../model/recommendation.js";
import { surfaceJson } from "../check/json.js";
import {
  answerJson,
  contributionJson,
  guidanceJson,
  jsonSurface,
  problemJson,
  ruleJson,
  tradeoffJson,
  vetoJson,
} from "./document.js";

/** Where the record stands that a line is the result of. `line` counts from 1; null: the file could not be read. */
export interface RecordPlace {
  readonly source: string;
  readonly line: number | null;
}

/**
 * One service as a line of JSON Lines: its entry in the JSON report, with the line that it was read from. Pure ASCII, as
 * such lines pass through many hands.
 */
export function serviceLine(
  service: string,
  { source, line }: RecordPlace,
  surfaces: readonly UncitedRecommendation[],
): string {
  const head = asciiJson(JSON.stringify({ service, source, line })).slice(0, -1);
  return `${head},"surfaces":[${surfaces.map(surfaceText).join(",")}]}\n`;
}

/** One surface held against the gate as such a line: its entry in the JSON of `check`. */
export function checkedLine(checked: CheckedSurface): string {
  return `${asciiJson(JSON.stringify(surfaceJson(checked)))}\n`;
}

/** What stands in place of a result where a record is not valid. */
export function problemLine({ source, line }: RecordPlace, problems: readonly Problem[]): string {
  return `${asciiJson(JSON.stringify({ source, line, problems: problems.map(problemJson) }))}\n`;
}

const long = { answers: [], contributions: [], rules: [], vetoes: [], tradeoffs: [], guidance: [] };
const longText = JSON.stringify(long).slice(1, -1);

/**
 * `JSON.stringify(jsonSurface(from))`, most of which is the same text for every surface to which an entry of the pack
 * applies: that text is made once. No text within JSON can look like the keys at which it is cut, quotes being escaped.
 */
function surfaceText(from: UncitedRecommendation): string {
  const [before, after] = cut(JSON.stringify(jsonSurface({ ...from, ...long })), longText);
  const lists = [
    `"answers":[${from.answers.map((answer) => answerText(from, answer)).join(",")}]`,
    `"contributions":${asciiJson(JSON.stringify(from.contributions.map(contributionJson(from))))}`,
    `"rules":[${from.rules.map(ruleText).join(",")}]`,
    `"vetoes":[${from.vetoes.map(vetoText).join(",")}]`,
    `"tradeoffs":[${from.tradeoffs.map(tradeoffText).join(",")}]`,
    `"guidance":[${from.guidance.map(guidanceText).join(",")}]`,
  ];
  return `${asciiJson(before)}${lists.join(",")}${asciiJson(after)}`;
}

const tradeoffText = once(tradeoffJson);
const guidanceText = once(guidanceJson);

/** An answer without a note is the same object on every surface. */
const plainAnswerText = new WeakMap<ReportedAnswer, string>();

function answerText(from: UncitedRecommendation, answer: ReportedAnswer): string {
  const known = plainAnswerText.get(answer);
  if (known !== undefined) return known;
  const text = asciiJson(JSON.stringify(answerJson(from, answer)));
  if (answer.note === null && answer.state === "given") plainAnswerText.set(answer, text);
  return text;
}

const ruleFrame = framed((rule: Rule) => ruleJson({ rule, questions: [] }));
const vetoFrame = framed((veto: Veto) => vetoJson({ veto, questions: [] }));

/** By the questions that made a rule fire, which hardly vary. */
const ruleTexts = kept((_: Rule) => new Map<string, string>());

function ruleText({ rule, questions }: UncitedRecommendation["rules"][number]): string {
  const texts = ruleTexts(rule);
  const key = questions.join();
  const known = texts.get(key) ?? around(ruleFrame(rule), questions);
  texts.set(key, known);
  return known;
}

function vetoText({ veto, questions }: UncitedRecommendation["vetoes"][number]): string {
  return around(vetoFrame(veto), questions);
}

type Frame = readonly [before: string, after: string];

const noQuestions = '"questions":[]';

function around([before, after]: Frame, questions: readonly string[]): string {
  return `${before}"questions":${asciiJson(JSON.stringify(questions))}${after}`;
}

/** The text of an entry before and after the questions that made it fire, kept for as long as the entry is. */
function framed<Entry extends object>(form: (entry: Entry) => object): (entry: Entry) => Frame {
  return kept((entry) => cut(asciiJson(JSON.stringify(form(entry))), noQuestions));
}

/** The text of an entry, kept likewise. */
function once<Entry extends object>(form: (entry: Entry) => object): (entry: Entry) => string {
  return kept((entry) => asciiJson(JSON.stringify(form(entry))));
}

function kept<Entry extends object, Made>(make: (entry: Entry) => Made): (entry: Entry) => Made {
  const made = new WeakMap<Entry, Made>();
  return (entry) => {
    const known = made.get(entry);
    if (known !== undefined) return known;
    const fresh = make(entry);
    made.set(entry, fresh);
    return fresh;
  };
}

function cut(text: string, at: string): Frame {
  const start = text.indexOf(at);
  return [text.slice(0, start), text.slice(start + at.length)];
}
