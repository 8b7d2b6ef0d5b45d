import { readAnswer } from "../engine/answers-file/read-answer-map.js";
import { type Answer, unsureWord, writtenWords } from "../engine/model/answers.js";
import type { Question } from "../engine/model/pack.js";
import { nameFrom } from "./print-file.js";
import type { AnswerEntries, PageData, PageSurface, SurfaceNow } from "./protocol.js";

/*
 * The answers of all surfaces as the fragment of an address, so that a link shows the same and no server sees them:
 *
 *   #pack=1f2e3d4c&file=5b6a7988&1.latency=real-time&1.workload=commerce,gaming&2:surface=chat&2.identity=unsure
 *
 * `pack` and `file` are the marks of the page. Surfaces are counted from 1; `N.question` are their answers, and
 * `N:service` and `N:surface` the names that were changed on the page. Notes and decisions are not in it.
 *
 * `place` is the id of a place on the page that is to be seen first. `baseline=set` says that there is a baseline, and `N-question` what it has instead of the answers; nothing if it has
 * the question open.
 */

const baselineMark = "baseline";

/** The fragment, with its `#`. */
export function fragmentOf(surfaces: readonly SurfaceNow[], { marks, surfaces: given }: PageData): string {
  const parts = new URLSearchParams({ pack: marks.pack, file: marks.file });
  if (surfaces.some(({ baseline }) => baseline !== undefined)) parts.append(baselineMark, "set");
  for (const [at, { service, name, answers, baseline = answers }] of surfaces.entries()) {
    if (service !== given[at]?.service) parts.append(`${at + 1}:service`, service);
    if (name !== given[at]?.name) parts.append(`${at + 1}:surface`, name);
    const now = inWords(answers);
    for (const [question, words] of now) parts.append(`${at + 1}.${question}`, words);
    const before = inWords(baseline);
    for (const [question, words] of before)
      if (words !== now.get(question)) parts.append(`${at + 1}-${question}`, words);
    for (const question of now.keys()) if (!before.has(question)) parts.append(`${at + 1}-${question}`, "");
  }
  // Neither has a meaning in a fragment, and both are easier to read as they are.
  return `#${parts.toString().replaceAll("%2C", ",").replaceAll("%3A", ":")}`;
}

/** The id of the place that a fragment leads to, with answers or alone; null if it leads to none. */
export function placeIn(fragment: string): string | null {
  const parts = new URLSearchParams(fragment.replace(/^#/, ""));
  const [first = null] = parts.keys();
  return parts.get("place") ?? (parts.has("pack") ? null : first);
}

const inWords = (answers: AnswerEntries): ReadonlyMap<string, string> =>
  new Map(answers.map(([question, answer]) => [question, writtenWords(answer).join(",")]));

/** What a link asks to show, and a sentence for each thing about it that cannot be shown. */
export interface Shared {
  readonly surfaces: readonly SurfaceNow[];
  readonly remarks: readonly string[];
}

/** Reads a fragment against the page's pack; null if it holds no answers, but leads to a place on the page. */
export function readFragment(
  fragment: string,
  { marks, surfaces }: Pick<PageData, "marks" | "surfaces">,
  questions: readonly Question[],
): Shared | null {
  const entries = [...new URLSearchParams(fragment.replace(/^#/, ""))];
  const parts = entries.flatMap(partOf);
  const plain = new Map(entries);
  if (parts.length === 0 && !plain.has("pack")) return null;
  const remarks = new Remarks();
  const [pack, file] = [plain.get("pack"), plain.get("file")];
  if (pack !== undefined && pack !== marks.pack) remarks.otherPack();
  else if (file !== undefined && file !== marks.file) remarks.otherFile();
  const byId = new Map(questions.map((question) => [question.id, question]));
  const shown = surfaces.map((given, at) => {
    const own = parts.filter(({ surface }) => surface === at + 1);
    return surfaceFrom(given, own, plain.has(baselineMark), byId, remarks);
  });
  const most = Math.max(0, ...parts.map(({ surface }) => surface));
  if (most > surfaces.length) remarks.moreSurfaces(most, surfaces.length);
  return { surfaces: shown, remarks: remarks.sentences() };
}

interface Part {
  /** From 1. */
  readonly surface: number;
  readonly kind: "answer" | "name" | "baseline";
  /** The id of a question, or `service` or `surface`. */
  readonly of: string;
  readonly value: string;
}

/** A key and its value as a part; none if it is something else. */
function partOf([key, value]: readonly [key: string, value: string]): readonly Part[] {
  const [, surface, sign, of] = /^([1-9]\d{0,3})([.:-])(.+)$/s.exec(key) ?? [];
  if (surface === undefined || of === undefined) return [];
  const kind = sign === "." ? "answer" : sign === ":" ? "name" : "baseline";
  return [{ surface: Number(surface), kind, of, value }];
}

function surfaceFrom(
  given: PageSurface,
  parts: readonly Part[],
  hasBaseline: boolean,
  questions: ReadonlyMap<string, Question>,
  remarks: Remarks,
): SurfaceNow {
  const nameOf = (what: string): string | null => {
    const part = parts.findLast(({ kind, of }) => kind === "name" && of === what);
    return part === undefined ? null : nameFrom(part.value);
  };
  const noted = new Map(given.answers);
  const changed = (from: AnswerEntries, by: Part["kind"]): AnswerEntries => {
    const answers = new Map(from);
    for (const { kind, of, value } of parts) {
      if (kind !== by) continue;
      const question = questions.get(of);
      const answer = question === undefined ? null : answerFrom(question, value, remarks);
      if (kind === "baseline" && value === "") answers.delete(of);
      else if (answer === null) remarks.leaveOut(`${of}=${value}`);
      // The same answer keeps its note, which is not in the link.
      else answers.set(of, sameWords(noted.get(of), answer) ?? answer);
    }
    return [...answers];
  };
  const answers = changed([], "answer");
  return {
    service: nameOf("service") ?? given.service,
    name: nameOf("surface") ?? given.name,
    answers,
    baseline: hasBaseline ? changed(answers, "baseline") : undefined,
  };
}

function sameWords(given: Answer | undefined, answer: Answer): Answer | null {
  return given !== undefined && writtenWords(given).join() === writtenWords(answer).join() ? given : null;
}

/** Null if the words are no answer to the question: the rules of answers files. */
function answerFrom(question: Question, value: string, remarks: Remarks): Answer | null {
  const words = value === unsureWord ? value : value.split(",");
  const retired: (readonly [words: string, readAs: string])[] = [];
  const answer = readAnswer(question, words, [], (problem) => {
    if (problem.code === "retired-option")
      retired.push([`${question.id}=${problem.option}`, problem.replacedBy ?? "an open question"]);
  });
  if (answer !== null) for (const each of retired) remarks.retired(...each);
  return answer;
}

const mostNamed = 5;
const longestNamed = 60;

/** Collects what cannot be shown, to say it in a sentence of each sort. */
class Remarks {
  readonly #first: string[] = [];
  readonly #leftOut: string[] = [];
  readonly #retired: string[] = [];

  otherPack(): void {
    this.#first.push(
      "This link was made on a page with another rule pack, or another version of it: here its answers can lead elsewhere.",
    );
  }

  otherFile(): void {
    this.#first.push(
      "This link was made on a page of other surfaces: its answers are shown in place of those of this page.",
    );
  }

  moreSurfaces(linked: number, here: number): void {
    this.#first.push(`The link has ${linked} surfaces and this page ${here}: the others are left out.`);
  }

  leaveOut(words: string): void {
    this.#leftOut.push(words);
  }

  retired(words: string, readAs: string): void {
    this.#retired.push(`${shortened(words)} as ${readAs}`);
  }

  sentences(): readonly string[] {
    return [
      ...this.#first,
      ...sentence("Left out, as these rules do not have such an answer", this.#leftOut.map(shortened)),
      ...sentence("Options of an earlier version are read as others", this.#retired),
    ];
  }
}

const shortened = (text: string): string =>
  [...text].length > longestNamed ? `${[...text].slice(0, longestNamed).join("")}…` : text;

function sentence(lead: string, words: readonly string[]): readonly string[] {
  const more = words.length - mostNamed;
  if (words.length === 0) return [];
  return [`${lead}: ${words.slice(0, mostNamed).join("; ")}${more > 0 ? `; and ${more} more` : ""}.`];
}
