/** The commands on JSON Lines, loaded when they are run. */
export const loadBatch = {
  advise: async () => (await import("./batch/advise-lines.js")).adviseLines,
  check: async () => (await import("./batch/check-lines.js")).checkLines,
} as const;
