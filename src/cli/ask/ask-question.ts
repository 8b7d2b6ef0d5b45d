import type { Reply } from "../../engine/interview/interview.js";
import type { Answer } from "../../engine/model/answers.js";
import type { Question } from "../../engine/model/pack.js";
import type { Page, Prompter } from "./prompter.js";
import { moveIds } from "./question-page.js";

/** What comes of showing a question. */
export type Asked =
  | { readonly kind: "reply"; readonly reply: Reply }
  | { readonly kind: "drop" }
  | { readonly kind: "review" }
  | { readonly kind: "back" };

/** Shows a question's page, as one choice or as several, and reads what was picked. */
export async function askQuestion(
  prompter: Prompter,
  question: Question,
  page: Page,
  answer: Answer | null,
): Promise<Asked> {
  const none = question.options.find((option) => option.none)?.id ?? null;
  const picked = question.several
    ? await prompter.chooseSeveral({ ...page, none })
    : await prompter.choose(page);
  switch (picked.kind) {
    case "choice":
      return chosen([picked.id]);
    case "choices":
      return chosen(question.options.map(({ id }) => id).filter((id) => picked.ids.includes(id)));
    case "forward":
      return { kind: "reply", reply: answer ?? { kind: "skipped" } };
    case "back":
      return { kind: "back" };
    case "move":
      if (picked.id === moveIds.drop) return { kind: "drop" };
      if (picked.id === moveIds.review) return { kind: "review" };
      return { kind: "reply", reply: { kind: "unsure", note: null } };
    default:
      return picked satisfies never;
  }
}

const chosen = (options: readonly string[]): Asked => ({
  kind: "reply",
  reply: { kind: "chosen", options, note: null },
});
