/** The formats of a recommendation that can stand in a Markdown document. */
export const embeddable = ["checklist", "markdown"] as const;
export type Embeddable = (typeof embeddable)[number];
