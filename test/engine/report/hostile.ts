import fc from "fast-check";
import type { Recommendation } from "../../../src/engine/model/recommendation.js";
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
export function reworded(reword: (text: string) => string, from: Recommendation = sample): Recommendation {
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
    concerns: from.concerns.map((concern) => ({
      ...concern,
      placement:
        concern.placement === null
          ? null
          : {
              ...concern.placement,
              because: reword(concern.placement.because),
              pattern:
                concern.placement.pattern === null
                  ? null
                  : {
                      ...concern.placement.pattern,
                      title: reword(concern.placement.pattern.title),
                      what: reword(concern.placement.pattern.what),
                      fits: reword(concern.placement.pattern.fits),
                      watch: reword(concern.placement.pattern.watch),
                    },
            },
    })),
    rules: from.rules.map(({ rule, questions }) => ({
      rule: { ...rule, because: reword(rule.because), contested: noted(rule.contested) },
      questions,
    })),
    vetoes: from.vetoes.map(({ veto, questions }) => ({
      veto: { ...veto, because: reword(veto.because) },
      questions,
    })),
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
      answers: null,
    },
    titles: new Map([...from.titles].map(([id, title]) => [id, reword(title)])),
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
