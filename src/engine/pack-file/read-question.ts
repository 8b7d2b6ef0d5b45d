import { oneLine } from "../diagnostics/plain-text.js";
import { unsureWord } from "../model/answers.js";
import type { Implication, Option, Question, RetiredOption } from "../model/pack.js";
import { mappingOf } from "../parse/parsed-document.js";
import { type Entry, examplesIn } from "./entry-reader.js";

/** What combines conditions, so that no condition could name a question of that id. */
const reserved = ["all", "any", "not"];

/** A question without its implications, which can be read once all questions are known. */
export function readQuestion(e: Entry): Question {
  const options = Object.entries(mappingOf(e.fields["options"])).map(([id, value]): Option => {
    const fields = mappingOf(value);
    return {
      id,
      label: oneLine(String(fields["label"])),
      help: oneLine(String(fields["help"])),
      examples: examplesIn(fields),
      none: fields["none"] === true,
    };
  });
  const question: Question = {
    id: e.id,
    topic: e.reference("topics", "topic", "topic"),
    ask: e.text("ask"),
    why: e.text("why"),
    help: e.text("help"),
    ordered: e.flag("ordered"),
    several: e.flag("several"),
    essential: e.flag("essential"),
    direction: e.optional("direction") as Question["direction"],
    bearsOnPlace: e.optional("bears-on") === "place",
    harmless: readHarmless(e, options),
    options,
    retired: readRetired(e, options),
    implied: [],
  };
  reportNones(e, question);
  if (question.direction !== null && !question.ordered)
    e.report({ code: "not-ordered", question: e.id }, ["direction"]);
  return question;
}

function reportNones(e: Entry, { id, several, options }: Question): void {
  const nones = options.filter((option) => option.none).length;
  if (several ? nones !== 1 : nones > 0) e.report({ code: "none-not-alone", question: id }, ["options"]);
  if (options.some((option) => option.id === unsureWord)) reportUnsure(e, "options");
  if (reserved.includes(id))
    e.report({ code: "not-allowed", where: "questions", found: id, known: [] }, [], "key");
}

/** `unsure` is valid as an answer to every question, so no option can be called that. */
function reportUnsure(e: Entry, key: "options" | "retired"): void {
  e.report(
    { code: "not-allowed", where: `${e.id}.${key}`, found: unsureWord, known: [] },
    [key, unsureWord],
    "key",
  );
}

function readHarmless(e: Entry, options: readonly Option[]): string | null {
  const harmless = e.optional("harmless");
  const known = options.map(({ id }) => id);
  if (harmless !== null && !known.includes(harmless))
    e.report({ code: "unknown-option", question: e.id, option: harmless, known }, ["harmless"]);
  return harmless;
}

function readRetired(e: Entry, options: readonly Option[]): readonly RetiredOption[] {
  const known = [...options.map(({ id }) => id), unsureWord];
  return Object.entries(mappingOf(e.fields["retired"])).map(([id, value]): RetiredOption => {
    const replacement = String(mappingOf(value)["replaced-by"]);
    if (id === unsureWord) reportUnsure(e, "retired");
    else if (known.includes(id))
      e.report({ code: "retired-in-use", question: e.id, option: id }, ["retired", id], "key");
    if (!known.includes(replacement)) {
      e.report({ code: "unknown-option", question: e.id, option: replacement, known }, [
        "retired",
        id,
        "replaced-by",
      ]);
    }
    return { id, replacedBy: replacement === unsureWord ? null : replacement };
  });
}

export function readImplied(e: Entry, question: Question): readonly Implication[] {
  const given = e.fields["implied"];
  if (!Array.isArray(given)) return [];
  return given.map((item, index): Implication => {
    const fields = mappingOf(item);
    const answer = String(fields["answer"]);
    const known = question.options.map((option) => option.id);
    if (!known.includes(answer)) {
      e.report({ code: "unknown-option", question: question.id, option: answer, known }, [
        "implied",
        index,
        "answer",
      ]);
    }
    return {
      when: e.condition(fields["when"], ["implied", index, "when"]),
      answer,
      because: oneLine(String(fields["because"])),
    };
  });
}
