/** What a stretch of text is, for whoever colours it. The verdicts are roles of their own. */
export const roles = [
  "bold",
  "dim",
  "heading",
  "good",
  "caution",
  "bad",
  "stateless",
  "stateful",
  "hybrid",
  "undecided",
] as const;
export type Role = (typeof roles)[number];

/**
 * How each role is drawn. A function may wrap its text in SGR escape sequences and must add nothing that takes
 * up a column: layout measures what it returns. No report carries meaning by role alone.
 */
export type Palette = Readonly<Record<Role, (text: string) => string>>;

const plain = (text: string): string => text;

/** Draws nothing: for files, pipes and terminals without colour. */
export const plainPalette: Palette = {
  bold: plain,
  dim: plain,
  heading: plain,
  good: plain,
  caution: plain,
  bad: plain,
  stateless: plain,
  stateful: plain,
  hybrid: plain,
  undecided: plain,
};
