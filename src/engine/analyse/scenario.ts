import {
  addMargins,
  type Margins,
  marginsOfEntries,
  restingMargins,
  signsOf,
  subtractMargins,
  verdictOfSigns,
} from "../count/margins.js";
import { at } from "../model/at.js";
import type { CompiledCondition, Variable } from "../model/compiled-condition.js";
import type { CompiledPack } from "../model/compiled-pack.js";
import { type AnswerState, maskOf, type Possible, type Profile } from "../model/profile.js";
import type { Score } from "../model/scores.js";
import type { Verdict } from "../model/verdict.js";
import { fillImplied } from "../score/fill-implied.js";
import { holds } from "../score/holds.js";
import { score } from "../score/score.js";
import { type Dependencies, type Dependent, dependenciesOf } from "./dependencies.js";

/** A rule or veto, and what it adds to the margins when it fires. */
export interface Entry {
  readonly condition: CompiledCondition;
  readonly margins: Margins;
}

/** Data shared by all scenarios of a pack. */
interface Setting {
  readonly pack: CompiledPack;
  /** Rules, then vetoes. */
  readonly entries: readonly Entry[];
  readonly dependencies: Dependencies;
  readonly verdictBySigns: readonly Verdict[];
}

/** The answers of a scenario. */
interface State {
  /** By variable: the given answer, or all states. */
  readonly given: Possible;
  /** By question; only `given` matters. */
  readonly answerStates: readonly AnswerState[];
  readonly possible: Possible;
  /** By entry. */
  readonly fired: readonly boolean[];
  readonly margins: Margins;
}

/**
 * A profile with hypothetical answers. `with` gives another scenario in which one more variable is answered: its answer
 * counts as given, implications are applied again, and only the rules and vetoes that depend on it are evaluated.
 */
export class Scenario {
  readonly #setting: Setting;
  readonly #state: State;

  private constructor(setting: Setting, state: State) {
    this.#setting = setting;
    this.#state = state;
  }

  /** The profile as it is. */
  static of(
    pack: CompiledPack,
    profile: Profile,
    { firedRules, firedVetoes }: Score = score(pack, profile.possible),
  ): Scenario {
    const margins = marginsOfEntries(pack);
    const entries = [...pack.rules, ...pack.vetoes].map(({ condition }, index) => ({
      condition,
      margins: at(margins, index),
    }));
    const firing = new Set<unknown>([...firedRules, ...firedVetoes]);
    const fired = [...pack.rules, ...pack.vetoes].map((entry) => firing.has(entry));
    const verdictBySigns = Array.from({ length: 32 }, (_, signs) => verdictOfSigns(pack.forms, signs));
    return new Scenario(
      { pack, entries, dependencies: dependenciesOf(pack), verdictBySigns },
      {
        given: pack.variables.map((variable) =>
          profile.answerStates[variable.question.index] === "given"
            ? maskOf(profile.possible, variable)
            : variable.full,
        ),
        answerStates: profile.answerStates,
        possible: profile.possible,
        fired,
        margins: entries
          .filter((_, index) => fired[index])
          .reduce((sum, entry) => addMargins(sum, entry.margins), restingMargins(pack.forms)),
      },
    );
  }

  get entries(): readonly Entry[] {
    return this.#setting.entries;
  }

  get margins(): Margins {
    return this.#state.margins;
  }

  get verdict(): Verdict {
    return this.verdictOf(signsOf(this.margins));
  }

  verdictOf(signs: number): Verdict {
    return at(this.#setting.verdictBySigns, signs);
  }

  isFired(entry: number): boolean {
    return this.#state.fired[entry] === true;
  }

  /** The states that are possible for a variable. */
  maskOf(variable: Variable): number {
    return maskOf(this.#state.possible, variable);
  }

  dependentsOf(variable: Variable): readonly Dependent[] {
    return at(this.#setting.dependencies.dependents, variable.index);
  }

  /** The same with the variable answered by the one state in `mask`. */
  with(variable: Variable, mask: number): Scenario {
    const { entries } = this.#setting;
    const given = this.#state.given.with(variable.index, mask);
    const answerStates = this.#state.answerStates.with(variable.question.index, "given");
    const possible = this.#possibleAfter(variable, mask, given, answerStates);
    let { fired, margins } = this.#state;
    for (const { entry, allowedStates } of this.dependentsOf(variable)) {
      const { condition, margins: own } = at(entries, entry);
      const fires = (allowedStates & mask) !== 0 && holds(condition, possible);
      if (fires === fired[entry]) continue;
      fired = fired.with(entry, fires);
      margins = fires ? addMargins(margins, own) : subtractMargins(margins, own);
    }
    return new Scenario(this.#setting, { given, answerStates, possible, fired, margins });
  }

  #possibleAfter(
    variable: Variable,
    mask: number,
    given: Possible,
    answerStates: readonly AnswerState[],
  ): Possible {
    const { implying, implied } = this.#setting.dependencies;
    if (!implying.has(variable)) return this.#state.possible.with(variable.index, mask);
    const possible = [...this.#state.possible];
    possible[variable.index] = mask;
    for (const each of implied) possible[each.index] = maskOf(given, each);
    fillImplied(this.#setting.pack, possible, [...answerStates]);
    return possible;
  }
}
