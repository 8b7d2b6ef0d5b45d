/** Everything that a command line can run besides `advise`, loaded when it is run: so that `advise` starts fast. */
export const loadCommand = {
  check: async () => (await import("./commands/check.js")).check,
  compare: async () => (await import("./commands/compare.js")).compare,
  decide: async () => (await import("./commands/decide.js")).decide,
  explain: async () => (await import("./commands/explain.js")).explainId,
  interview: async () => (await import("./commands/interview.js")).interview,
  rulesDiff: async () => (await import("./commands/rules-diff.js")).rulesDiff,
  rulesLint: async () => (await import("./commands/rules-lint.js")).rulesLint,
  rulesList: async () => (await import("./commands/rules-list.js")).rulesList,
  rulesStats: async () => (await import("./commands/rules-stats.js")).rulesStats,
  rulesTest: async () => (await import("./commands/rules-test.js")).rulesTest,
  whatif: async () => (await import("./commands/whatif.js")).whatif,
} as const;
