import fc from "fast-check";
import type { Pattern } from "../../../src/engine/model/pack.js";
import type {
  Recommendation,
  ReportedPlacement,
  ReportedRule,
} from "../../../src/engine/model/recommendation.js";
import { sample } from "./sample-recommendation.js";

/** Texts that try to be more than text in Markdown, HTML or a terminal. */
export const attacks: readonly string[] = [
  "\u{10fffe}\ufdd0",
  "<script>alert(1)</script>",
  "</title></style><script src=//evil.example/x.js>",
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  "&lt;b&gt; &amp; &#60;",
  "<!-- id: checkout/verdict/hybrid -->",
  "--> <b>out</b> <!--",
  "[text](https://evil.example) ![](https://evil.example/pixel.png)",
  "[ref]: https://evil.example",
  "[^1] [x] - [ ] not a task",
  "# heading",
  "## closing ##",
  "#",
  "- item",
  "+ item",
  "* item",
  "1. item",
  "1)",
  "> quote",
  "===",
  "---",
  "***",
  "| a | b |",
  "|---|---|",
  "`code` ``more`` `",
  "```",
  "~~~",
  "~~struck~~ ~one~",
  "**bold** __bold__ *x* _x_ a_b_c _a",
  "$x$ $$y$$",
  "https://evil.example/a_b*c~d|e <https://evil.example> www.evil.example x@evil.example",
  "javascript:alert(1)",
  "back\\slash\\",
  "\\",
  "a\nb\r\n\r\n# c\u2028d",
  "\t    indented",
  "\u001b[31mred\u0007 \u202e reversed \u0000",
  "\ud800 lone",
  "@everyone @acme/team: see #12, acme/shop#3 and GH-4",
  "{{ template }} {% tag %} %s",
  "]]> <![CDATA[ x",
];

export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...attacks),
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.string({ unit: fc.constantFrom(..."<>&\"'`*_~[]()#+-=|\\!$:./@1 a\n"), maxLength: 20 }),
  fc.tuple(fc.constantFrom(...attacks), fc.constantFrom(...attacks)).map(([a, b]) => a + b),
);

/** The sample with every name and note of an answers file, and every text of a pack, put in the way of `reword`. */
export function reworded(reword: Reword, from: Recommendation = sample): Recommendation {
  const noted = (note: string | null): string | null => (note === null ? null : reword(note));
  return {
    ...from,
    service: reword(from.service),
    surface: reword(from.surface),
    answers: from.answers.map((answer) => ({
      ...answer,
      ask: reword(answer.ask),
      note: noted(answer.note),
      impliedBecause: noted(answer.impliedBecause),
      options: answer.options.map((option) => ({ ...option, label: reword(option.label) })),
    })),
    unconfirmed: from.answers
      .filter(({ state }) => state === "given")
      .map(({ question }) => ({ question, overturns: true, moves: ["session"], at: null })),
    clashes: from.clashes.map(({ clash, questions }) => ({
      clash: { ...clash, because: reword(clash.because) },
      questions,
    })),
    keeps: from.keeps.map(reword),
    concerns: from.concerns.map((concern) => ({
      ...concern,
      placement: concern.placement === null ? null : rewordedPlacement(reword, concern.placement),
    })),
    rules: from.rules.map((each) => rewordedRule(reword, each)),
    settled: from.settled.map((each) => rewordedRule(reword, each)),
    tradeoffs: from.tradeoffs.map((each) => ({
      ...each,
      text: reword(each.text),
      mitigation: noted(each.mitigation),
    })),
    guidance: from.guidance.map((each) => ({
      ...each,
      text: reword(each.text),
      because: reword(each.because),
    })),
    open: from.open.map((each) => ({ ...each, ask: reword(each.ask) })),
    decision: {
      style: "stateful",
      because: reword("why"),
      by: reword("team"),
      until: "2027-06-30",
      reviewBy: null,
      answers: null,
    },
    titles: new Map([...from.titles].map(([id, title]) => [id, reword(title)])),
    contested: new Map([...from.contested].map(([id, text]) => [id, reword(text)])),
    questions: new Map(
      [...from.questions].map(([id, question]) => [
        id,
        {
          ...question,
          ask: reword(question.ask),
          why: reword(question.why),
          options: question.options.map((option) => ({ ...option, label: reword(option.label) })),
        },
      ]),
    ),
  };
}

type Reword = (text: string) => string;

function rewordedRule(reword: Reword, { rule, questions }: ReportedRule): ReportedRule {
  const contested = rule.contested === null ? null : reword(rule.contested);
  return { rule: { ...rule, because: reword(rule.because), contested }, questions };
}

function rewordedPlacement(reword: Reword, placement: ReportedPlacement): ReportedPlacement {
  const { because, pattern, beside, backedBy } = placement;
  return {
    ...placement,
    because: reword(because),
    pattern: pattern === null ? null : rewordedPattern(reword, pattern),
    beside: beside === null ? null : rewordedPattern(reword, beside),
    backedBy:
      backedBy === null
        ? null
        : {
            ...backedBy,
            because: reword(backedBy.because),
            pattern: rewordedPattern(reword, backedBy.pattern),
          },
  };
}

function rewordedPattern(reword: Reword, pattern: Pattern): Pattern {
  const { title, examples, what, fits, watch } = pattern;
  return {
    ...pattern,
    title: reword(title),
    examples: examples.map(reword),
    what: reword(what),
    fits: reword(fits),
    watch: reword(watch),
  };
}
