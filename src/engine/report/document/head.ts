import type { Recommendation, ReportedClash } from "../../model/recommendation.js";
import { as } from "../inline.js";
import { clashingAnswers, clashTitle, reconsidered } from "../wording/clash-words.js";
import { reasonGiven, statusOf } from "../wording/decision-words.js";
import { questionName } from "../wording/titles.js";
import { gradeOf } from "../wording/trust-words.js";
import { type UnconfirmedWords, unconfirmedWords } from "../wording/unconfirmed-words.js";
import { headlineOf, shortHeadline, verdictMeaning } from "../wording/verdict-words.js";
import {
  answerTo,
  type Block,
  fitting,
  type Item,
  idOf,
  item,
  list,
  type Phrase,
  paragraph,
  prose,
  type Section,
  type SurfaceHead,
  said,
  section,
} from "./blocks.js";

/** The top of a surface. */
export function headOf(from: Recommendation, title: string): SurfaceHead {
  const { answers, open, at, verdict } = from;
  return {
    title,
    where: `${at.file}:${at.line}`,
    answered: `${answers.length} of ${answers.length + open.length} answered`,
    grade: gradeOf(from),
    verdict,
    headline: shortHeadline(from),
    statement: headlineOf(from),
    meaning: verdictMeaning(from),
    decision: [...decisionOf(from), ...unconfirmedOf(from)],
    clashes: section("clashes", clashTitle, list(from.clashes.map((each) => clash(from, each)))),
  };
}

function decisionOf(from: Recommendation): readonly Block[] {
  const { decision } = from;
  if (decision === null) return [];
  const by = decision.by === null ? "" : ` by ${decision.by}`;
  return [
    paragraph(
      fitting("decision", [
        as("bold", `Decided${by}: `),
        as(decision.style, decision.style),
        `, ${statusOf(from, decision)}.${reasonGiven(decision.because)}`,
      ]),
    ),
  ];
}

/** How many answers no person has confirmed, and as many ids of those that decide as there is room for. */
function unconfirmedOf(from: Recommendation): readonly Block[] {
  const named = (most: number): readonly Phrase[] => {
    const words = unconfirmedWords(from, most);
    return words === null ? [] : unconfirmedPhrases(words);
  };
  return from.unconfirmed.length === 0 ? [] : [paragraph(fitting("decision", named(3), named(2), named(1)))];
}

function unconfirmedPhrases({ count, link, ids, others, verb }: UnconfirmedWords): readonly Phrase[] {
  const named = ids.flatMap((text, index): readonly Phrase[] => {
    const isLast = index === ids.length - 1 && others === "";
    return [index === 0 ? " " : isLast ? " and " : ", ", { kind: "code", text }];
  });
  const rest = [others, verb].filter((part) => part !== "").map((part) => ` ${part}`);
  return [as("caution", count), `; ${link}`, ...named, ...rest, "."];
}

/** Why the answers do not fit, and which to look at again. */
function clash(from: Recommendation, each: ReportedClash): Item {
  const again = as("bold", "Look again at: ");
  const { because, reconsider } = each.clash;
  return item(as("bad", "!"), fitting("clash", [prose(because)]), {
    below: [
      paragraph(fitting("clash", [again, reconsidered(from, each)], [again, questionName(reconsider)])),
    ],
  });
}

/** The same with the answers and ids. */
export const clashesInFull = (from: Recommendation): readonly Section[] =>
  section(
    "clashes",
    clashTitle,
    list(
      from.clashes.map((each) =>
        item(as("bad", "!"), said(prose(each.clash.because)), {
          trace: { id: each.clash.id, remark: "", sources: [] },
          below: [
            ...clashingAnswers(from, each).map(({ question, labels }) => answerTo(question, labels)),
            paragraph(
              said(as("bold", "Look again at: "), reconsidered(from, each), idOf(each.clash.reconsider)),
            ),
          ],
        }),
      ),
      { loose: true },
    ),
  );
