import type { Recommendation, Report, ReportedPack } from "../../model/recommendation.js";
import { type Answer, answerOf } from "../answer/answer.js";
import type { Outcome, SingleChange } from "../answer/changes.js";
import { type Lines, list, origin, paragraph, remainder, section, stacked } from "../markdown/blocks.js";
import type { Markdown, MarkdownWriter } from "../markdown/writer.js";
import { questionOf, shown } from "../selection.js";
import { tippingSection } from "../tipping.js";
import { assumptionWords } from "../wording/assumption-words.js";
import { classWords, concernTitles, optionLabel } from "../wording/titles.js";
import { gradeReason } from "../wording/trust-words.js";
import { unconfirmedWords } from "../wording/unconfirmed-words.js";
import { argumentsOf } from "./arguments.js";
import { consequencesGiven } from "./outcome.js";
import { claimsIn } from "./sources.js";

const mostOf = { assumptions: 2, changes: 2, labels: 2, questions: 3, claims: 2 } as const;

/** How firm the recommendation is, when to revisit it, and what it rests on. */
export function moreInformation(from: Recommendation, report: Report, writer: MarkdownWriter): Lines {
  const { md } = writer;
  const all = writer.style.detail === "full";
  const answer = answerOf(from, {
    reasons: 0,
    costs: 0,
    changes: all ? Number.POSITIVE_INFINITY : mostOf.changes,
  });
  return stacked([
    firmness(from, answer, writer),
    unconfirmed(from, writer),
    days(from, writer),
    section(3, md`What it assumes`, [assumptions(from, answer, writer)]),
    section(3, md`What would change it`, [changes(from, answer, writer)]),
    section(3, md`Open questions`, [openQuestions(answer, writer)]),
    claims(from, report.pack, writer),
    origin(report, writer),
  ]);
}

function firmness(from: Recommendation, { grade }: Answer, { md }: MarkdownWriter): Lines {
  const { analysis } = from;
  if (grade === null || analysis === null) return [];
  return paragraph(md`The recommendation is **${grade}**: ${gradeReason(from, analysis)}`);
}

/** Which answers no person has confirmed; those that decide are named. */
function unconfirmed(from: Recommendation, writer: MarkdownWriter): Lines {
  const words = unconfirmedWords(from, Number.POSITIVE_INFINITY);
  if (words === null) return [];
  const { md, code, join } = writer;
  const { count, link, verb } = words;
  const ids = words.ids.map(code);
  const all =
    ids.length < 2 ? join(ids, "") : md`${join(ids.slice(0, -1), ", ")} and ${join(ids.slice(-1), "")}`;
  const named = ids.length === 0 ? md`` : md` ${all}${verb === "" ? md`` : md` ${verb}`}`;
  return paragraph(md`${count}; ${link}${named}.`);
}

function days({ decision, lapse }: Recommendation, { md, bold }: MarkdownWriter): Lines {
  if (decision === null || lapse !== null) return [];
  const { until, reviewBy } = decision;
  return stacked([
    until === null
      ? []
      : paragraph(md`The decision is accepted until ${bold(until)} and must be made again by then.`),
    reviewBy === null ? [] : paragraph(md`The decision is to be reviewed by ${bold(reviewBy)}.`),
  ]);
}

function assumptions(from: Recommendation, { assumptions: all }: Answer, writer: MarkdownWriter): Lines {
  const listed = shown(writer.style, all, mostOf.assumptions);
  return stacked([
    list(
      writer,
      listed.map((each) => ({ line: writer.inline(assumptionWords(from, each)) })),
    ),
    remainder(writer, all.length - listed.length, "assumption"),
  ]);
}

/** Single answers that would change the verdict or a place; a sentence if none changes the verdict. */
function changes(from: Recommendation, { changes: found }: Answer, writer: MarkdownWriter): Lines {
  if (found === null) return [];
  const { together, isFixed } = found;
  const fixed = isFixed ? tippingSection(from, () => 0)?.lead : undefined;
  const lead =
    together === null ? fixed : `No single answer changes the verdict; ${together} changed together do.`;
  return stacked([
    lead === undefined ? [] : paragraph(writer.md`${lead}`),
    list(
      writer,
      found.changes.map((each) => ({ line: changeLine(from, each, writer) })),
    ),
  ]);
}

/** "→ **hybrid**: How many may run at once? **“Many” or “Very many”** instead of “One”"; of several, the first few. */
function changeLine(
  from: Recommendation,
  { change, others, outcome }: SingleChange,
  { md, bold, style }: MarkdownWriter,
): Markdown {
  const question = questionOf(from, change.question);
  const label = (option: string | null): string => `“${optionLabel(question, option)}”`;
  const leads =
    outcome.kind === "verdict"
      ? md`${bold(outcome.verdict)}`
      : md`${concernTitles[outcome.concern].toLowerCase()} ${bold(movedTo(from, outcome))}`;
  if (change.to === null) return md`→ ${leads}: ${question.ask} Without ${bold(label(change.from))}`;
  const labels = shown(style, [change, ...others], mostOf.labels).map(({ to }) => label(to));
  const left = others.length + 1 - labels.length;
  const instead = [...labels, ...(left === 0 ? [] : [left === 1 ? "another" : `${left} others`])].join(
    " or ",
  );
  const now = change.from === null ? md`` : md` instead of ${label(change.from)}`;
  return md`→ ${leads}: ${question.ask} ${bold(instead)}${now}`;
}

/** "kept"; "kept elsewhere" of what is bound. */
function movedTo(
  { concerns }: Recommendation,
  outcome: Extract<Outcome, { readonly kind: "concern" }>,
): string {
  const isBound = concerns.some((each) => each.concern === outcome.concern && each.class === "bound");
  return outcome.class === "elsewhere" && !isBound ? "kept" : classWords[outcome.class];
}

/** Those that can overturn the verdict; all while there is none. */
function openQuestions({ ask }: Answer, writer: MarkdownWriter): Lines {
  const { md, code } = writer;
  const listed = shown(writer.style, ask, mostOf.questions);
  return stacked([
    list(
      writer,
      listed.map((each) => ({ line: md`${each.ask} (${code(each.question)})` })),
    ),
    remainder(writer, ask.length - listed.length, "question"),
  ]);
}

/** The claims behind what the record says, in words, those that most of it cites first. */
function claims(from: Recommendation, { drawnFrom }: ReportedPack, writer: MarkdownWriter): Lines {
  const { md, prose, join } = writer;
  const said = [
    ...argumentsOf(from, writer.style).flatMap(({ pros }) => pros),
    ...consequencesGiven(from, writer),
  ];
  const all = claimsIn(
    from,
    said.flatMap(({ sources }) => sources),
  );
  if (all.length === 0) return [];
  const listed = shown(writer.style, all, mostOf.claims);
  const quoted = join(
    listed.map((claim) => md`“${prose(claim)}”`),
    " and ",
  );
  const source = drawnFrom === null ? md`` : md` of the source named below`;
  return paragraph(
    md`The reasons rest above all on ${listed.length === 1 ? "this claim" : "these claims"}${source}: ${quoted}`,
  );
}
