import { type Document, isMap, isNode, parseAllDocuments, visit } from "yaml";
import { type Answer, type Answers, unsureWord } from "../model/answers.js";
import { isFilled } from "../parse/parse-text.js";
import { isJson } from "./is-json.js";

/** Which answers of a file are meant: the n-th document that holds anything, and a surface of it, or null for its own. */
export interface AnswersPlace {
  readonly document: number;
  readonly surface: string | null;
}

/**
 * Changes answers in the text of an answers file and leaves all else as it is: other surfaces and documents, comments,
 * notes, decisions, their order and line endings. `changes` holds the new answer, or null to take it out; where a
 * surface's shared answer would come through instead, it is set to `unsure`. JSON stays JSON. Aliases of the document
 * are written out, so that a change bears on one place alone.
 * The text must have been read without a problem before.
 */
export function editAnswers(
  text: string,
  place: AnswersPlace,
  changes: ReadonlyMap<string, Answer | null>,
): string {
  if (changes.size === 0) return text;
  const documents = [...parseAllDocuments(text, { stringKeys: true })];
  const document = documents.filter(isFilled)[place.document];
  if (document === undefined) throw new RangeError(`there is no document ${place.document}`);
  writeOutAliases(document);
  const path = place.surface === null ? ["answers"] : ["surfaces", place.surface, "answers"];
  for (const [question, answer] of changes)
    change(document, [...path, question], answer, place.surface !== null);
  const edited = isJson(text)
    ? `${JSON.stringify(document.toJS(), null, 2)}\n`
    : documents.map((each) => each.toString({ lineWidth: 0 })).join("");
  return text.includes("\r\n") ? edited.replaceAll(/\r?\n/g, "\r\n") : edited;
}

/** The answers that differ between two sets, as `editAnswers` takes them. */
export function changesBetween(before: Answers, after: Answers): ReadonlyMap<string, Answer | null> {
  const changes = new Map<string, Answer | null>();
  for (const [question, answer] of after) if (before.get(question) !== answer) changes.set(question, answer);
  for (const question of before.keys()) if (!after.has(question)) changes.set(question, null);
  return changes;
}

/** Puts what aliases stand for in their places; anchors that only they used go. */
function writeOutAliases(document: Document): void {
  let found = false;
  visit(document, {
    Alias: (_, alias) => {
      found = true;
      const copy = alias.resolve(document)?.clone();
      return isNode(copy) ? copy : undefined;
    },
  });
  if (!found) return;
  visit(document, {
    Value: (_, node) => {
      delete node.anchor;
    },
  });
}

function change(
  document: Document,
  path: readonly string[],
  answer: Answer | null,
  inSurface: boolean,
): void {
  const question = path.at(-1) ?? "";
  const parent = path.slice(0, -1);
  const shared = inSurface && document.hasIn(["answers", question]);
  if (answer === null && !shared) {
    if (document.hasIn(path)) document.deleteIn(path);
    return;
  }
  if (!isMap(document.getIn(parent))) beginMapping(document, parent);
  document.setIn(
    path,
    document.createNode(answer === null ? unsureWord : plainAnswer(answer), { flow: true }),
  );
}

/** Puts an empty mapping where nothing is yet; comments that stand there, as in a file to fill in, go behind it. */
function beginMapping(document: Document, path: readonly string[]): void {
  const before = document.getIn(path, true);
  const mapping = document.createNode({});
  if (isNode(before)) {
    const comments = [before.commentBefore, before.comment].filter((comment) => typeof comment === "string");
    if (comments.length > 0) mapping.comment = comments.join("\n");
  }
  document.setIn(path, mapping);
}

function plainAnswer(answer: Answer): unknown {
  const words = answer.kind === "unsure" ? [unsureWord] : answer.options;
  const value = words.length === 1 ? words[0] : [...words];
  return answer.note === null ? value : { answer: value, note: answer.note };
}
