import { resolve } from "node:path";
import { hasLines, readAnswers } from "../../engine/answers-file/read-answers.js";
import { type Outcome, withFirstProblems } from "../../engine/diagnostics/problem.js";
import type { Service } from "../../engine/model/answers.js";
import type { LoadedPack } from "../../engine/model/compiled-pack.js";
import type { Question } from "../../engine/model/pack.js";
import { parseJson } from "../../engine/parse/parse-json.js";
import type { RecordPlace } from "../../engine/report/json/line.js";
import { type ReadLine, readLines, readRegularFile } from "../../files/read-lines.js";
import type { Host } from "../host.js";
import { loadServices, stdinName } from "../input/read-inputs.js";

/** The service of one line of a stream or the services of one answers file, or their problems. */
export interface AnswersRecord {
  readonly place: RecordPlace;
  readonly services: Outcome<readonly Service[]>;
}

/** Records as they are read, many at once from a stream. `filesDone` is how many files end with them. */
export interface Records {
  readonly records: readonly AnswersRecord[];
  readonly filesDone: number;
}

/**
 * Reads answers in the order of the files. Standard input and files named `*.jsonl` or `*.ndjson` hold one answers
 * document in JSON on each line; other files are answers files. Nothing is kept after it has been yielded.
 */
export async function* readAnswersRecords(
  files: readonly string[],
  pack: LoadedPack,
  options: { readonly stdinFilename?: string | undefined },
  host: Host,
): AsyncGenerator<Records, void, void> {
  const { questions } = pack.compiled.source;
  for (const file of files) {
    if (file === "-") yield* recordsOf(host.stdin, stdinName(options), questions);
    else if (hasLines(file)) {
      yield* recordsOf(readRegularFile(resolve(host.cwd, file)), file, questions);
    } else {
      const services = await loadServices(file, pack, options, host);
      yield { records: [{ place: { source: file, line: null }, services }], filesDone: 1 };
    }
  }
}

async function* recordsOf(
  stream: AsyncIterable<unknown>,
  file: string,
  questions: readonly Question[],
): AsyncGenerator<Records, void, void> {
  for await (const lines of readLines(stream, file)) {
    yield { records: lines.map((line) => recordOf(line, file, questions)), filesDone: 0 };
  }
  yield { records: [], filesDone: 1 };
}

function recordOf({ line, text }: ReadLine, source: string, questions: readonly Question[]): AnswersRecord {
  const place = { source, line };
  if (text.kind === "failed") return { place, services: text };
  const document = parseJson({ file: source, text: text.value }, line);
  if (document.kind === "failed") return { place, services: document };
  const service = withFirstProblems(readAnswers(document.value, questions), source);
  return { place, services: service.kind === "ok" ? { ...service, value: [service.value] } : service };
}
