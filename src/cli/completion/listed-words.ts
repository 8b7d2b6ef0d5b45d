import { resolve } from "node:path";
import { servicesIn } from "../../engine/answers-file/read-answers.js";
import { entriesOf } from "../../engine/explain/find-entry.js";
import type { Service } from "../../engine/model/answers.js";
import type { Pack, Question } from "../../engine/model/pack.js";
import { readTextFile } from "../../files/read-file.js";
import { readPacks } from "../../packs/load-pack.js";
import type { WordList } from "../command-line/command-facts.js";
import { chosenFiles } from "../config/chosen-files.js";
import { type LoadedConfig, loadConfig } from "../config/load-config.js";
import type { Host } from "../host.js";

/**
 * The words of a list that fit a command line so far: by its packs and answers files or, if it names none, by those that
 * apply without. Empty if these cannot be read: nobody wants a message in the middle of a line.
 */
export async function listedWords(
  list: WordList,
  line: readonly string[],
  host: Host,
): Promise<readonly string[]> {
  const words = line.map((word) => word.replace(/^(["'])(.*)\1$/, "$2"));
  const given = words.includes("--no-config") ? false : valuesOf(words, ["--config"]).at(-1);
  const config = await loadConfig(given, host);
  if (config.kind === "failed") return [];
  const named = valuesOf(words, ["--rules", "-r"]);
  const pack = await readPacks(named.length > 0 ? named : (config.value?.rules ?? []), host.cwd);
  if (pack.kind === "failed") return [];
  const { source } = pack.value.compiled;
  if (list === "settings") return source.questions.flatMap(settingsOf);
  if (list === "ids") return idsOf(source);
  const services = await servicesNamed(words, source.questions, config.value, host);
  const names = services.flatMap(({ service, surfaces }) =>
    list === "services" ? [service] : surfaces.map(({ name }) => name),
  );
  return [...new Set(names)].filter((name) => !/\p{Cc}/u.test(name));
}

/** The values of an option on a line, given as the next word, after a `=` that may be a word, or in the same word. */
function valuesOf(words: readonly string[], flags: readonly string[]): readonly string[] {
  return words.flatMap((word, at) => {
    const [flag = "", ...rest] = word.split("=");
    if (!flags.includes(flag)) return [];
    if (rest.length > 0) return [rest.join("=")];
    const value = words[at + 1] === "=" ? words[at + 2] : words[at + 1];
    return value === undefined || value === "" ? [] : [value];
  });
}

const settingsOf = ({ id, options }: Question): readonly string[] =>
  options.map((option) => `${id}=${option.id}`);

/** Everything that can be explained; a question stands before its options. */
function idsOf(pack: Pack): readonly string[] {
  return entriesOf(pack).flatMap((each) =>
    each.kind === "question" ? [each.entry.id, ...settingsOf(each.entry)] : [each.entry.id],
  );
}

/** The services in the answers files on a line or, if there are none, in those that a command takes without. */
async function servicesNamed(
  words: readonly string[],
  questions: readonly Question[],
  config: LoadedConfig | null,
  host: Host,
): Promise<readonly Service[]> {
  const read = async (files: readonly string[]): Promise<readonly Service[]> =>
    (await Promise.all(files.map((file) => servicesOf(file, questions, host.cwd)))).flat();
  const services = await read(words.filter((word) => /\.(ya?ml|json)$/.test(word)));
  return services.length > 0 ? services : read((await chosenFiles([], config, host)).files);
}

async function servicesOf(
  file: string,
  questions: readonly Question[],
  cwd: string,
): Promise<readonly Service[]> {
  const source = await readTextFile(resolve(cwd, file), file);
  if (source.kind === "failed") return [];
  const services = servicesIn(source.value, questions);
  return services.kind === "failed" ? [] : services.value;
}
