import { jsonText } from "../../diagnostics/json-text.js";
import type { Exchange, MovedAnswer, Movement } from "../../model/movement.js";
import type { Weight } from "../../model/pack.js";
import type { Report, ReportedAnswer } from "../../model/recommendation.js";
import { as, type Inline } from "../inline.js";
import { jsonDocument } from "../json/document.js";
import { block } from "../layout.js";
import type { ReportStyle } from "../report-style.js";
import { surfaceTitle } from "../wording/titles.js";
import { figureTable } from "./side-by-side.js";

/** Before and after of each surface, side by side, with what moved and by which rules. */
export function whatifText(movements: readonly Movement[], style: ReportStyle): string {
  return `${movements.map((movement) => surfaceLines(movement, style).join("\n")).join("\n\n\n")}\n`;
}

function surfaceLines(movement: Movement, style: ReportStyle): readonly string[] {
  const { before, after } = movement;
  const moved = before.verdict !== after.verdict;
  const outcome: readonly Inline[] = moved
    ? [
        "the verdict moves from ",
        as(before.verdict, before.verdict),
        " to ",
        as(after.verdict, after.verdict),
      ]
    : ["the verdict stays ", as(before.verdict, before.verdict)];
  return [
    ...block(style, [as("bold", surfaceTitle(before)), ": ", ...outcome], { indent: 0 }),
    ...section("Answers", answerLines(movement.answers, style), style),
    "",
    ...figureTable(
      [
        { title: "before", from: before },
        { title: "after", from: after },
      ],
      style,
    ),
    ...section("Rules", exchangeLines(movement.rules, ruleText, style), style),
    ...section("Vetoes", exchangeLines(movement.vetoes, vetoText, style), style),
    ...section("Tradeoffs", exchangeLines(movement.tradeoffs, tradeoffText, style), style),
    ...section("Errors and operation", exchangeLines(movement.guidance, guidanceText, style), style),
  ];
}

function section(title: string, lines: readonly string[], style: ReportStyle): readonly string[] {
  return lines.length === 0 ? [] : ["", ...block(style, [as("heading", title)], { indent: 0 }), ...lines];
}

function answerLines(answers: readonly MovedAnswer[], style: ReportStyle): readonly string[] {
  if (answers.length === 0) return block(style, ["No answer changes."]);
  return answers.flatMap(({ question, before, after }) =>
    block(style, [`${question}: ${answerText(before)} → ${answerText(after)}`], { mark: ["•"] }),
  );
}

function answerText(answer: ReportedAnswer | null): string {
  if (answer === null) return "open";
  const options = answer.options.map(({ id }) => id).join(", ");
  return answer.state === "implied" ? `${options} (implied)` : options;
}

function exchangeLines<Entry>(
  { gained, lost }: Exchange<Entry>,
  text: (entry: Entry) => readonly Inline[],
  style: ReportStyle,
): readonly string[] {
  const lines = (entries: readonly Entry[], mark: string): readonly string[] =>
    entries.flatMap((entry) => block(style, text(entry), { mark: [as("bold", mark)], hang: 4 }));
  return [...lines(gained, "+"), ...lines(lost, "−")];
}

function ruleText(rule: Movement["rules"]["gained"][number]): readonly Inline[] {
  return [as("bold", rule.id), ` (${weightText(rule.weight)}): ${rule.because}`];
}

/** `2 stateless`, or the points for stateful by kind of state. */
function weightText({ live, kept, stateless }: Weight): string {
  const parts = [
    ...(stateless > 0 ? [`${stateless} stateless`] : []),
    ...(live > 0 ? [`${live} stateful, live`] : []),
    ...(kept > 0 ? [`${kept} stateful, kept`] : []),
  ];
  return parts.join(", ");
}

function vetoText(veto: Movement["vetoes"]["gained"][number]): readonly Inline[] {
  return [as("bold", veto.id), ` forbids pure ${veto.forbids}: ${veto.because}`];
}

function tradeoffText(tradeoff: Movement["tradeoffs"]["gained"][number]): readonly Inline[] {
  return [as("bold", tradeoff.id), ` (${tradeoff.kind}): ${tradeoff.text}`];
}

function guidanceText(guidance: Movement["guidance"]["gained"][number]): readonly Inline[] {
  return [as("bold", guidance.id), ` (${guidance.topic}): ${guidance.text}`];
}

/** Before and after of each surface in the shape of the JSON report, and the ids of what moved. */
export function whatifJson(
  head: Pick<Report, "tool" | "pack">,
  movements: readonly Movement[],
  style: Pick<ReportStyle, "unicode">,
): string {
  const surfaces = movements.map((movement) => {
    const { service, source } = movement.before;
    const [before, after] = [movement.before, movement.after].map(
      (surface) =>
        jsonDocument({ ...head, services: [{ service, source, surfaces: [surface] }] }).services[0]
          ?.surfaces[0],
    );
    return {
      service,
      source,
      surface: movement.before.surface,
      before,
      after,
      answers: movement.answers.map(({ question, before: from, after: to }) => ({
        question,
        from: optionsOf(from),
        to: optionsOf(to),
      })),
      rules: ids(movement.rules),
      vetoes: ids(movement.vetoes),
      tradeoffs: ids(movement.tradeoffs),
      guidance: ids(movement.guidance),
    };
  });
  return jsonText({ version: 1, tool: head.tool, pack: head.pack, surfaces }, style);
}

function optionsOf(answer: ReportedAnswer | null): readonly string[] | null {
  return answer === null ? null : answer.options.map(({ id }) => id);
}

function ids<Entry extends { readonly id: string }>({ gained, lost }: Exchange<Entry>) {
  return { gained: gained.map(({ id }) => id), lost: lost.map(({ id }) => id) };
}
