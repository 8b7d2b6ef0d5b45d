/** Everything that a command line can run besides `advise`, loaded when it is run: so that `advise` starts fast. */
export const loadCommand = {
  check: async () => (await import("./commands/check.js")).check,
  compare: async () => (await import("./commands/compare.js")).compare,
  completion: async () => (await import("./commands/completion.js")).completion,
  decide: async () => (await import("./commands/decide.js")).decide,
  embed: async () => (await import("./commands/embed.js")).embed,
  explain: async () => (await import("./commands/explain.js")).explainId,
  init: async () => (await import("./commands/init.js")).init,
  interview: async () => (await import("./commands/interview.js")).interview,
  rulesDiff: async () => (await import("./commands/rules-diff.js")).rulesDiff,
  rulesLint: async () => (await import("./commands/rules-lint.js")).rulesLint,
  rulesList: async () => (await import("./commands/rules-list.js")).rulesList,
  rulesStats: async () => (await import("./commands/rules-stats.js")).rulesStats,
  rulesTest: async () => (await import("./commands/rules-test.js")).rulesTest,
  schema: async () => (await import("./commands/schema.js")).schema,
  whatif: async () => (await import("./commands/whatif.js")).whatif,
} as const;
