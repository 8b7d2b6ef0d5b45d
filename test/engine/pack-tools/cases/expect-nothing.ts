import type { Expectation } from "../../../../src/engine/pack-tools/cases/case-set.js";

/** What is left of an expectation whose parts are all left out. */
export const expectNothing: Expectation = {
  verdict: null,
  fires: [],
  notFires: [],
  placement: new Map(),
  pattern: new Map(),
  beside: new Map(),
  backedBy: null,
  clashes: [],
};
