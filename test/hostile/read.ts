import { readAnswers } from "../../src/engine/answers-file/read-answers.js";
import type { Outcome } from "../../src/engine/diagnostics/problem.js";
import type { Service } from "../../src/engine/model/answers.js";
import { parseText } from "../../src/engine/parse/parse-text.js";
import { loadPack } from "../../src/node.js";

/** The questions of the default pack. */
export const { questions } = (await loadPack()).source;

/** Reads answers as the commands do: every document, and all problems. */
export function read(text: string): Outcome<readonly Service[]> {
  const documents = parseText({ file: "f.yaml", text });
  if (documents.kind === "failed") return documents;
  const services = documents.value.map((document) => readAnswers(document, questions));
  const problems = services.flatMap((each) => (each.kind === "failed" ? each.problems : []));
  if (problems.length > 0) return { kind: "failed", problems };
  const value = services.flatMap((each) => (each.kind === "ok" ? [each.value] : []));
  return { kind: "ok", value, warnings: [] };
}
