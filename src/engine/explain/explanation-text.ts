import { type Escaped, joinedLines } from "../diagnostics/plain-text.js";
import { helpWithExamples } from "../model/examples.js";
import { as } from "../report/inline.js";
import { block, fact, type Lines, section, spaced } from "../report/layout.js";
import type { ReportStyle } from "../report/report-style.js";
import { ruleEffect } from "../report/wording/rule-words.js";
import { classWords, concernScopes, placeWords } from "../report/wording/titles.js";
import type { Explanation, ExplanationOf, NamedPattern } from "./explanation.js";
import { sideOf } from "./mentions.js";
import {
  claimedWords,
  claims,
  contested,
  hangsOn,
  implications,
  mentions,
  only,
  opening,
  paragraph,
  sources,
} from "./text-parts.js";

type Blocks = readonly Lines[];
type Kind = Explanation["kind"];

/** An explanation for people at a terminal; ends with a line feed. */
export function explanationText(explanation: Explanation, style: ReportStyle): Escaped {
  const lines = spaced([opening(style, explanation.id, explanation.kind), ...bodyOf(explanation, style)]);
  return joinedLines(lines);
}

const bodies: { readonly [K in Kind]: (of: ExplanationOf<K>, style: ReportStyle) => Blocks } = {
  topic: (of, style) => [
    paragraph(style, `${of.title}. ${of.about}`),
    section(
      style,
      "Questions",
      of.questions.flatMap(({ id, ask }) => paragraph(style, `${id}: ${ask}`)),
    ),
  ],
  question: questionBody,
  option: (of, style) => [
    paragraph(style, `${of.ask} ${of.label}.`),
    paragraph(style, helpWithExamples(of)),
    of.harmless ? fact(style, "harmless", harmlessWords) : [],
    implications(style, "Implied answers", of.implied),
    mentions(style, "that name it", of.readBy, "condition"),
  ],
  "retired-option": (of, style) => [paragraph(style, of.ask), paragraph(style, retiredWords(of))],
  rule: (of, style) => [
    paragraph(style, of.because),
    [
      ...fact(style, "kind", of.ruleKind),
      ...fact(style, "effect", ruleEffect({ kind: of.ruleKind, points: of.points })),
      ...(of.keeps === null ? [] : fact(style, "keeps", of.keeps)),
      ...concern(style, of.concern),
    ],
    hangsOn(style, of),
    contested(style, of.contested),
    sources(style, of.sources),
  ],
  placement: placementBody,
  "backed-by": (of, style) => [
    paragraph(style, of.because),
    [
      ...fact(style, "effect", "a second home of a conversation that is bound; the verdict stays"),
      ...(of.pattern === null
        ? []
        : [
            ...fact(style, "place", placeWords[of.pattern.place]),
            ...namedPattern(style, "pattern", of.pattern),
          ]),
      ...fact(style, "order", orderWords(of.after, "second homes")),
    ],
    hangsOn(style, of),
    sources(style, of.sources),
  ],
  clash: (of, style) => [
    paragraph(style, of.because),
    fact(style, "reconsider", of.reconsider),
    hangsOn(style, of),
  ],
  tradeoff: (of, style) => [
    paragraph(style, of.text),
    of.mitigation === null ? [] : section(style, "Mitigation", paragraph(style, of.mitigation)),
    [
      ...fact(style, "kind", sideOf(of.side, of.style)),
      ...fact(style, "verdict", only(of.style === null ? null : [of.style, "hybrid"])),
      ...fact(style, "places", only(of.places)),
    ],
    hangsOn(style, of),
    sources(style, of.sources),
  ],
  pattern: (of, style) => [
    paragraph(style, `${of.title}. ${of.what}`),
    [
      ...(of.examples.length === 0 ? [] : fact(style, "e.g.", of.examples.join(", "))),
      ...fact(style, "place", placeWords[of.place]),
      ...fact(style, "concerns", of.concerns.join(", ")),
    ],
    section(style, "Fits", paragraph(style, of.fits)),
    section(style, "Watch", paragraph(style, of.watch)),
    mentions(style, "that use it", of.usedBy, "condition"),
    sources(style, of.sources),
  ],
  guidance: (of, style) => [
    paragraph(style, of.text),
    section(style, "Why", paragraph(style, of.because)),
    [
      ...fact(style, "topic", of.topic),
      ...fact(style, "verdict", only(of.verdict)),
      ...fact(style, "places", only(of.places)),
    ],
    hangsOn(style, of),
    sources(style, of.sources),
  ],
  criterion: (of, style) => [
    paragraph(style, of.claim),
    paragraph(style, claimedWords(of)),
    contested(style, of.contested),
    mentions(style, "that cite it", of.citedBy, "text"),
  ],
  reference: (of, style) => [
    paragraph(style, of.title),
    of.url === null ? [] : paragraph(style, of.url),
    claims(style, of.claims),
    mentions(style, "that cite it", of.citedBy, "text"),
  ],
};

function bodyOf<K extends Kind>(explanation: ExplanationOf<K>, style: ReportStyle): Blocks {
  const body: (of: ExplanationOf<K>, style: ReportStyle) => Blocks = bodies[explanation.kind as K];
  return body(explanation, style);
}

function concern(style: ReportStyle, id: keyof typeof concernScopes): Lines {
  return fact(style, "concern", `${id} (${concernScopes[id]})`);
}

function questionBody(of: ExplanationOf<"question">, style: ReportStyle): Blocks {
  const traits = [
    of.essential ? ["essential: one of the few that decide most cases"] : [],
    of.ordered ? ["ordered: options run from least to most"] : [],
    of.several ? ["any number of options may be chosen"] : [],
    of.direction === null ? [] : [`more of it may only favour ${of.direction}`],
    of.bearsOnPlace ? ["bears on the place only: no rule about what is kept may read it"] : [],
    of.harmless === null ? [] : [`harmless option: ${of.harmless} (${harmlessWords})`],
  ].flat();
  return [
    paragraph(style, of.ask),
    [
      ...fact(style, "topic", of.topic),
      ...traits.flatMap((trait, index) => fact(style, index === 0 ? "kind" : "", trait)),
    ],
    section(style, "Why it is asked", paragraph(style, of.why)),
    section(style, "How to answer", paragraph(style, of.help)),
    section(
      style,
      "Options",
      of.options.flatMap((option) => [
        ...block(style, [as("bold", option.id), `: ${option.label}`], { mark: ["•"] }),
        ...block(style, [helpWithExamples(option)], { indent: 4 }),
      ]),
    ),
    section(
      style,
      "Retired options",
      of.retired.flatMap(({ id, replacedBy }) =>
        block(style, [as("bold", id), `: read as ${replacedBy ?? "an open question"}`], { mark: ["•"] }),
      ),
    ),
    implications(style, "Implied answers", of.implied),
    mentions(style, "that read it", of.readBy, "condition"),
  ];
}

function placementBody(of: ExplanationOf<"placement">, style: ReportStyle): Blocks {
  return [
    paragraph(style, of.because),
    [
      ...fact(style, "place", placeWords[of.place]),
      ...namedPattern(style, "pattern", of.pattern),
      ...namedPattern(style, "with", of.beside),
      ...concern(style, of.concern),
      ...fact(style, "class", `tried if the ${of.concern} is ${classWords[of.class]}`),
      ...fact(style, "order", orderWords(of.after, `placements of this concern and class`)),
    ],
    hangsOn(style, of),
    sources(style, of.sources),
  ];
}

function namedPattern(style: ReportStyle, name: string, pattern: NamedPattern | null): Lines {
  return pattern === null ? [] : fact(style, name, `${pattern.title} (${pattern.id})`);
}

function orderWords(after: readonly string[], noun: string): string {
  const [first, ...others] = after;
  if (first === undefined) return "It is tried first.";
  return others.length === 0
    ? `${first} is tried before it.`
    : `${after.length} ${noun} are tried before it, from ${first} to ${others.at(-1)}.`;
}

const retiredWords = ({ replacedBy }: ExplanationOf<"retired-option">): string =>
  replacedBy === null
    ? "A retired option: answers that still name it are read as an open question."
    : `A retired option: answers that still name it are read as ${replacedBy.id} (${replacedBy.label}).`;

const harmlessWords =
  "placements and advice read it while the question is open; rules and implications never do";
