import { at } from "../model/at.js";
import type { CompiledCondition, Variable } from "../model/compiled-condition.js";
import type { CompiledPack } from "../model/compiled-pack.js";
import { type AnswerState, maskOf, type Possible, type Profile } from "../model/profile.js";
import type { Score } from "../model/scores.js";
import type { Concern, PlaceClass, Verdict } from "../model/verdict.js";
import { fillImplied } from "../score/fill-implied.js";
import { holds } from "../score/holds.js";
import { score } from "../score/score.js";
import { type Dependencies, type Dependent, dependenciesOf } from "./dependencies.js";
import { addShifts, classesOf, noSignals, type Shift, type Signals, shiftsOf, verdictOf } from "./signals.js";

/** When a rule fires, and what it adds to the signals then. */
export interface Effect {
  readonly condition: CompiledCondition;
  readonly shifts: readonly Shift[];
}

/** Data shared by all scenarios of a pack. */
interface Setting {
  readonly pack: CompiledPack;
  /** By rule. */
  readonly effects: readonly Effect[];
  readonly dependencies: Dependencies;
}

/** The answers of a scenario. */
interface State {
  /** By question; only `given` matters. */
  readonly answerStates: readonly AnswerState[];
  readonly possible: Possible;
  /** By rule. */
  readonly fired: readonly boolean[];
  readonly signals: Signals;
}

/**
 * A profile with hypothetical answers. `with` gives another scenario in which one more variable is answered: its answer
 * counts as given, implications are applied again, and only the rules that depend on it are evaluated.
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
    scored: Pick<Score, "fired"> = score(pack, profile.possible),
  ): Scenario {
    const shifts = shiftsOf(pack);
    const effects = pack.rules.map(({ condition }, rule) => ({ condition, shifts: at(shifts, rule) }));
    const firing = new Set(scored.fired);
    const fired = pack.rules.map((rule) => firing.has(rule));
    const signals = [...noSignals];
    for (const [rule, fires] of fired.entries()) if (fires) addShifts(signals, at(shifts, rule), 1);
    return new Scenario(
      { pack, effects, dependencies: dependenciesOf(pack) },
      {
        answerStates: profile.answerStates,
        possible: profile.possible,
        fired,
        signals,
      },
    );
  }

  /** By rule. */
  get effects(): readonly Effect[] {
    return this.#setting.effects;
  }

  get signals(): Signals {
    return this.#state.signals;
  }

  get verdict(): Verdict {
    return verdictOf(this.signals);
  }

  get classes(): Readonly<Record<Concern, PlaceClass>> {
    return classesOf(this.signals);
  }

  isFired(rule: number): boolean {
    return this.#state.fired[rule] === true;
  }

  /** The states that are possible for a variable. */
  maskOf(variable: Variable): number {
    return maskOf(this.#state.possible, variable);
  }

  dependentsOf(variable: Variable): readonly Dependent[] {
    return at(this.#setting.dependencies.dependents, variable.index);
  }

  /** Whether an implication can set the variable. */
  isImplied({ question }: Variable): boolean {
    return question.implied.length > 0;
  }

  /** What `with` takes: see `Dependencies`. */
  workOf(variable: Variable): number {
    return at(this.#setting.dependencies.work, variable.index);
  }

  /** The same with the variable answered by the one state in `mask`. */
  with(variable: Variable, mask: number): Scenario {
    const { index } = variable.question;
    const before = this.#state.answerStates;
    const answerStates = before[index] === "given" ? before : before.with(index, "given");
    const possible = this.#possibleAfter(variable, mask, answerStates);
    const { fired, signals } = this.#firedAfter(variable, mask, possible);
    return new Scenario(this.#setting, { answerStates, possible, fired, signals });
  }

  #possibleAfter(variable: Variable, mask: number, answerStates: readonly AnswerState[]): Possible {
    const { implying, implied } = this.#setting.dependencies;
    const possible = [...this.#state.possible];
    possible[variable.index] = mask;
    if (!implying.has(variable)) return possible;
    for (const { index, question, full } of implied)
      if (answerStates[question.index] !== "given") possible[index] = full;
    fillImplied(this.#setting.pack, possible, [...answerStates]);
    return possible;
  }

  #firedAfter(variable: Variable, mask: number, possible: Possible): Pick<State, "fired" | "signals"> {
    const before = this.#state;
    let after: { readonly fired: boolean[]; readonly signals: number[] } | null = null;
    for (const { rule, allowedStates } of this.dependentsOf(variable)) {
      const { condition, shifts } = at(this.effects, rule);
      const fires = (allowedStates & mask) !== 0 && holds(condition, possible);
      if (fires === before.fired[rule]) continue;
      after ??= { fired: [...before.fired], signals: [...before.signals] };
      after.fired[rule] = fires;
      addShifts(after.signals, shifts, fires ? 1 : -1);
    }
    return after ?? before;
  }
}
