import { join } from "node:path";
import { readServices } from "../../engine/answers-file/read-answers.js";
import type { Question } from "../../engine/model/pack.js";
import { expandGlobs } from "../../files/expand-globs.js";
import { readTextFile } from "../../files/read-file.js";
import { packageFolder } from "../../packs/find-pack.js";
import type { LabelledAnswers } from "./live-page.js";

/** The surfaces of the packaged examples, as answers to start from; none of a file that does not fit the pack in full. */
export async function pagePresets(questions: readonly Question[]): Promise<readonly LabelledAnswers[]> {
  const { files } = await expandGlobs(["*.yaml"], join(packageFolder(), "examples"));
  const presets = await Promise.all(files.map((file) => presetsOf(file, questions)));
  return presets.flat();
}

async function presetsOf(file: string, questions: readonly Question[]): Promise<readonly LabelledAnswers[]> {
  const text = await readTextFile(join(packageFolder(), "examples", file), file);
  const read = text.kind === "ok" ? readServices(text.value, questions) : text;
  if (text.kind === "failed" || read.kind === "failed" || read.warnings.length > 0) return [];
  const about = aboutOf(text.value.text);
  return read.value.flatMap(({ service: { service, surfaces }, hasSurfaces }) =>
    surfaces.map(({ name, answers }) => ({
      label: hasSurfaces ? `${about ?? service}: ${name}` : (about ?? service),
      answers,
    })),
  );
}

/** What the file's first comment calls it: "The OAuth 2.0 authorization code flow" of "… (RFC 6749), coded from it."; or null. */
function aboutOf(text: string): string | null {
  const [, comment = ""] = /^# ?(.+)/.exec(text) ?? [];
  const [name = ""] = comment.split(/ \(|, |\.( |$)/, 1);
  return name === "" ? null : name;
}
