import type { Recommendation } from "../../model/recommendation.js";
import type { Style } from "../../model/verdict.js";
import { shown } from "../chosen.js";
import { heading, type Lines, list, paragraph, stacked } from "../markdown/blocks.js";
import type { Markdown, Sheet } from "../markdown/writer.js";
import { hundredths, plural, ratio } from "../numbers.js";
import { because, capital } from "../wording/phrases.js";
import { standingOf } from "../wording/verdict-words.js";
import { optionMeanings, options, optionTitles } from "./problem.js";

const mostReasons = 6;

/** Each option with what the answers say for it and against it. */
export function prosAndCons(from: Recommendation, sheet: Sheet): Lines {
  const { md } = sheet.pen;
  return stacked(
    options.map((option) =>
      stacked([
        heading(3, md`${optionTitles[option]}`),
        paragraph(md`${capital(optionMeanings[option])}.`),
        list(
          (option === "hybrid" ? ofHybrid(from, sheet) : ofStyle(from, sheet, option)).map((line) => ({
            line,
          })),
          "*",
        ),
      ]),
    ),
  );
}

/** For a pure style: the rules that favour it; against it: what rules it out, and the rules that favour the other. */
function ofStyle(from: Recommendation, sheet: Sheet, style: Style): readonly Markdown[] {
  const { md, prose, cite } = sheet.pen;
  const ruledOut = from.vetoes
    .filter(({ veto }) => veto.forbids === style)
    .map(
      ({ veto }) =>
        md`Bad, because it is ruled out: ${prose(because(veto.because))}${cite(veto.sources, from.urls)}`,
    );
  return [
    ...reasonsOf(from, sheet, "Good", (rule) => rule.favours === style),
    ...ruledOut,
    ...reasonsOf(from, sheet, "Bad", (rule) => rule.favours !== style),
  ];
}

/** For the mix: what has to be kept but may be kept elsewhere; then what the points say of having it. */
function ofHybrid(from: Recommendation, sheet: Sheet): readonly Markdown[] {
  const { md } = sheet.pen;
  const { kept, stateful, stateless } = from.scores;
  const { needed, bound } = standingOf(from);
  const { needBoundaryPercent: need } = from.settings;
  const good = reasonsOf(from, sheet, "Good", ({ weight }) => weight.kept > 0);
  const both = from.vetoes.length > 0 ? [md`Good, because no veto rules it out.`] : [];
  const say = (side: string, text: string): Markdown => md`${side}, because ${text}`;
  if (!needed) {
    const balance = ratio({ part: stateful - stateless, of: stateful + stateless }, need, true);
    return [
      ...good,
      ...both,
      say(
        "Bad",
        `by points no state is needed at all (balance ${balance}, needed from ${hundredths(need)}).`,
      ),
    ];
  }
  if (bound) {
    return [
      ...good,
      ...both,
      say(
        "Bad",
        `most of the state that is called for is live and has to stay with the connection (${boundness(from)}).`,
      ),
    ];
  }
  const places =
    kept === 0
      ? []
      : [
          say(
            "Good",
            `${plural(kept, "point")} of ${stateful} call for state that can be kept outside the server that answers (${boundness(from)}).`,
          ),
        ];
  return [
    ...good,
    ...both,
    ...places,
    say("Neutral", "where each kind of state lives has to be decided, built and watched on its own."),
  ];
}

function boundness({ scores, settings }: Recommendation): string {
  const { boundBoundaryPercent: boundary } = settings;
  return `boundness ${ratio({ part: scores.live, of: scores.stateful }, boundary)}, bound from ${hundredths(boundary)}`;
}

type Rule = Recommendation["rules"][number]["rule"];

function reasonsOf(
  from: Recommendation,
  sheet: Sheet,
  side: "Good" | "Bad",
  fits: (rule: Rule) => boolean,
): readonly Markdown[] {
  const { md, prose, cite } = sheet.pen;
  const fitting = from.rules.filter(({ rule }) => fits(rule));
  const listed = shown(sheet.style, fitting, mostReasons);
  const left = fitting.length - listed.length;
  return [
    ...listed.map(({ rule }) => {
      const weight = plural(rule.weight.live + rule.weight.kept + rule.weight.stateless, "point");
      const contested = rule.contested === null ? md`` : md` Contested: ${prose(rule.contested)}`;
      return md`${side}, because ${prose(because(rule.because))}${contested}${cite(rule.sources, from.urls, weight)}`;
    }),
    ...(left === 0 ? [] : [md`${side}, because of ${plural(left, "more reason")} of no greater weight.`]),
  ];
}
