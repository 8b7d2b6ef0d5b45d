import { flag, type Range } from "./tally.js";

/** What can still be added to the tallies of a distribution, which is one part of a concern's rules. */
export interface Remaining {
  /** How far this part can move its sums. */
  readonly own: Range;
  /** How far the other parts can, and with them what fires in any case. */
  readonly rest: Range;
  /** The flags of what fires in any case. */
  readonly flags: number;
}

/**
 * The form in which tallies that no rest can distinguish are equal. Points for keeping that can't come to more than 0
 * any more say the same as `must-not`, points for binding that can't the same as `may-not-bind`, and points for binding
 * that stay above 0 the same as `must-bind`; points for keeping that stay above 0 are cut to the least for which that is
 * true (within the part's own range, on which the other parts rely). What no longer matters is dropped: points and
 * `must-not` once `must` fires, and the place of what can't be kept. The verdict of every completion stays the same, while
 * far fewer tallies are kept apart.
 * Reused for many tallies: `set` computes one, the fields hold it.
 */
export class CanonicalForm {
  need = 0;
  place = 0;
  flags = 0;
  readonly #flags: number;
  readonly #keepable: number;
  readonly #keptFrom: number;
  readonly #keptAs: number;
  readonly #bindable: number;
  readonly #boundFrom: number;
  readonly #moreMusts: boolean;
  readonly #moreMustBinds: boolean;

  constructor({ own, rest, flags }: Remaining) {
    this.#flags = flags;
    this.#keepable = -rest.needHigh;
    this.#keptFrom = 1 - rest.needLow;
    this.#keptAs = Math.max(1 - rest.needLow, own.needLow);
    this.#bindable = -rest.placeHigh;
    this.#boundFrom = 1 - rest.placeLow;
    this.#moreMusts = rest.musts > 0;
    this.#moreMustBinds = rest.mustBinds > 0;
  }

  set(need: number, place: number, flags: number): void {
    this.need = need;
    this.flags = flags | this.#flags;
    let canBeKept = true;
    if ((this.flags & flag.must) !== 0) {
      this.need = 0;
      this.flags = (this.flags | flag.bears) & ~flag.mustNot;
    } else {
      if (need <= this.#keepable) this.flags |= flag.mustNot;
      if ((this.flags & flag.mustNot) !== 0) {
        this.need = 0;
        canBeKept = this.#moreMusts;
      } else if (need >= this.#keptFrom) this.need = this.#keptAs;
    }
    this.#setPlace(place, canBeKept);
  }

  #setPlace(place: number, canBeKept: boolean): void {
    if (!canBeKept) this.flags |= flag.mayNotBind;
    else if ((this.flags & (flag.mustBind | flag.mayNotBind)) === 0) {
      if (place <= this.#bindable && !this.#moreMustBinds) this.flags |= flag.mayNotBind;
      else if (place >= this.#boundFrom) this.flags |= flag.mustBind;
    }
    if ((this.flags & flag.mayNotBind) !== 0) this.flags &= ~flag.mustBind;
    this.place = (this.flags & (flag.mustBind | flag.mayNotBind)) === 0 ? place : 0;
  }
}
