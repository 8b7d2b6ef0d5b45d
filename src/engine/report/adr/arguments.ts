import type { Rule } from "../../model/pack.js";
import type { Recommendation } from "../../model/recommendation.js";
import { type DecidedVerdict, styles } from "../../model/verdict.js";
import { coveringReasons, isAboutPlace, reasonsOf } from "../answer/reasons.js";
import type { ReportStyle } from "../report-style.js";
import { chosenOf } from "../selection.js";

/** The options of every record, as MADR lists them. */
export const options = [...styles, "hybrid"] as const;

/** What is said for and against one option. */
export interface OptionArguments {
  readonly option: DecidedVerdict;
  /** The rules that favour it and are said, those that decide first. */
  readonly pros: readonly Rule[];
  /** How many more favour it. */
  readonly morePros: number;
  /** The options under which the rules that speak against it stand. */
  readonly consUnder: readonly DecidedVerdict[];
}

/** Of the option that is chosen, and of each other one. */
const mostPros = { chosen: 3, others: 2 } as const;

/** Every option with its arguments. A rule stands under one option only, the one that it favours. */
export function argumentsOf(
  from: Recommendation,
  { detail }: Pick<ReportStyle, "detail">,
): readonly OptionArguments[] {
  const reasons = reasonsFor(from);
  return options.map((option) => {
    const few = option === chosenOf(from) ? mostPros.chosen : mostPros.others;
    const most = detail === "full" ? Number.POSITIVE_INFINITY : few;
    const all = reasons.filter(({ favours }) => favours === option).map(({ rule }) => rule);
    const pros = coveringReasons(from, all, most);
    const against = reasons.filter(({ opposes }) => opposes === option);
    return {
      option,
      pros,
      morePros: all.length - pros.length,
      consUnder: options.filter((other) => against.some(({ favours }) => favours === other)),
    };
  });
}

interface Reason {
  readonly rule: Rule;
  readonly favours: DecidedVerdict;
  readonly opposes: DecidedVerdict | null;
}

/** What speaks for keeping something favours the option by which that is kept, and opposes keeping nothing. */
function reasonsFor(from: Recommendation): readonly Reason[] {
  const { keeping, against } = reasonsOf(from, Number.POSITIVE_INFINITY);
  const isBound = (rule: Rule): boolean =>
    from.concerns.some((each) => each.concern === rule.concern && each.class === "bound");
  return [
    ...keeping.map((rule): Reason => {
      if (isAboutPlace(rule)) return { rule, favours: "stateful", opposes: "hybrid" };
      return { rule, favours: isBound(rule) ? "stateful" : "hybrid", opposes: "stateless" };
    }),
    ...against.map((rule): Reason => {
      if (isAboutPlace(rule)) return { rule, favours: "hybrid", opposes: "stateful" };
      return { rule, favours: "stateless", opposes: null };
    }),
  ];
}
