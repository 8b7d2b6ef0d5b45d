import type { Markdown } from "../markdown/markdown.js";

/** One thing to tick off. */
export interface ReviewItem {
  /** Unique among the items of its surface, and the same as long as it is the same thing to do, however it is worded. */
  readonly id: string;
  readonly task: Markdown;
  /** What stands under the task: why, and for a mitigation what to do. */
  readonly reason: Markdown;
}

export interface ReviewGroup {
  readonly title: Markdown;
  readonly items: readonly ReviewItem[];
}
