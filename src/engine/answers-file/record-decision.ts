import { type Document, isMap, isScalar, type Pair, type YAMLMap } from "yaml";
import type { RecordedDecision } from "../model/answers.js";
import { filledDocuments } from "../parse/parse-text.js";
import { addToBlock, removeFromBlock, replaceInBlock, unfold } from "./block-entries.js";
import type { AnswersPlace } from "./edit-answers.js";
import { addToFlow, type FlowStyle, removeFromFlow, replaceInFlow } from "./flow-entries.js";
import { isJson } from "./is-json.js";

/**
 * Writes a decision into the text of an answers file and leaves every other byte as it is; of a decision that is
 * there, comments and the order of its keys stay, and keys without a value now are taken out. JSON stays JSON.
 * The text must have been read without a problem before.
 * @returns null when the place cannot be changed on its own, as it is written through an alias or bears an anchor
 * that others use
 */
export function recordDecision(
  text: string,
  place: AnswersPlace,
  decision: Omit<RecordedDecision, "at">,
): string | null {
  const path = place.surface === null ? [] : ["surfaces", place.surface];
  const fields = fieldsOf(decision);
  const edit = new Edit(text, place.document);
  const present = mapAt(edit.document(), [...path, "decision"]);
  if (mapAt(edit.document(), path) === null) return null;
  if (present === null || edit.canUnfold([...path, "decision"])) {
    const given = Object.entries(fields).filter(([, value]) => value !== null);
    edit.set([...path, "decision"], Object.fromEntries(given));
  } else {
    for (const [key, value] of Object.entries(fields)) edit.set([...path, "decision", key], value);
  }
  return isAsMeant(text, edit.text, place.document, path, fields) ? edit.text : null;
}

type Fields = Readonly<Record<string, unknown>>;

/** The keys of a decision in the order in which they are written; null: not there. */
function fieldsOf({ style, because, until, by, answers, basis, pack }: Omit<RecordedDecision, "at">): Fields {
  const options = (chosen: readonly string[]): unknown => (chosen.length === 1 ? chosen[0] : chosen);
  return {
    style,
    because,
    until,
    by,
    answers,
    basis:
      basis === null
        ? null
        : Object.fromEntries([...basis].map(([question, chosen]) => [question, options(chosen)])),
    pack,
  };
}

/** A text under change; it is parsed anew for each, so that every change works on true offsets. */
class Edit {
  text: string;
  readonly #document: number;
  readonly #style: FlowStyle;

  constructor(text: string, document: number) {
    this.text = text;
    this.#document = document;
    this.#style = isJson(text) ? "json" : "yaml";
  }

  document(): Document {
    const document = filledDocuments(this.text)[this.#document];
    if (document === undefined) throw new RangeError(`there is no document ${this.#document}`);
    return document;
  }

  /** Whether the mapping at `path` stands in braces on one line behind a key of a block mapping. */
  canUnfold(path: readonly string[]): boolean {
    const document = this.document();
    const node = mapAt(document, path);
    const parent = mapAt(document, path.slice(0, -1));
    if (!node?.flow || parent === null || parent.flow || !node.range) return false;
    return !this.text.slice(node.range[0], node.range[1]).includes("\n");
  }

  /** Sets an entry, or takes it out when the value is null. */
  set(path: readonly string[], value: unknown): void {
    const document = this.document();
    const parentPath = path.slice(0, -1);
    const key = path.at(-1) ?? "";
    const parent = mapAt(document, parentPath);
    if (parent === null) return;
    const pair = entryOf(parent, key);
    if (value === null) {
      if (pair !== undefined) this.text = this.#removed(parent, pair);
    } else if (pair === undefined) {
      this.text = this.#added(parent, parentPath, key, value);
    } else {
      this.text = this.#replaced(parent, pair, value);
    }
  }

  #added(parent: YAMLMap, path: readonly string[], key: string, value: unknown): string {
    if (!parent.flow) return addToBlock(this.text, parent, key, value);
    const grandparent = mapAt(this.document(), path.slice(0, -1));
    const pair = grandparent === null ? undefined : entryOf(grandparent, path.at(-1) ?? "");
    if (parent.items.length === 0 && path.length > 0 && pair !== undefined && this.canUnfold(path))
      return unfold(this.text, pair, { [key]: value });
    return addToFlow(this.text, parent, key, value, this.#style);
  }

  #replaced(parent: YAMLMap, pair: Pair, value: unknown): string {
    if (parent.flow) return replaceInFlow(this.text, pair, value, this.#style);
    if (typeof value === "object" && isMap(pair.value) && pair.value.flow)
      return unfold(this.text, pair, value);
    return replaceInBlock(this.text, pair, value);
  }

  #removed(parent: YAMLMap, pair: Pair): string {
    return parent.flow ? removeFromFlow(this.text, parent, pair) : removeFromBlock(this.text, pair);
  }
}

function mapAt(document: Document, path: readonly string[]): YAMLMap | null {
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  return isMap(node) ? node : null;
}

function entryOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
}

/** Whether the new text says what the old one said, the decision apart; aliases can make it say more. */
function isAsMeant(
  before: string,
  after: string,
  document: number,
  path: readonly string[],
  fields: Fields,
): boolean {
  const meaning = (text: string): readonly unknown[] =>
    filledDocuments(text).map((each) => plain(each.toJS()));
  const expected = meaning(before);
  let node = expected[document];
  for (const step of path) node = isRecord(node) ? node[step] : undefined;
  if (!isRecord(node)) return false;
  node["decision"] = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
  return JSON.stringify(sorted(expected)) === JSON.stringify(sorted(meaning(after)));
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
}
