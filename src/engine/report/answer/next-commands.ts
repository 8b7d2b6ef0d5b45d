import { rulesOptions, shellFile, shellWord } from "../../diagnostics/shell-word.js";
import { at } from "../../model/at.js";
import type { Recommendation, Report } from "../../model/recommendation.js";
import { chosenOf, surfacesOf } from "../selection.js";
import { singleChangesOf } from "./changes.js";

/** A command that goes on from a report. */
export interface NextCommand {
  readonly line: string;
  /** What else it can do or what it is for, to stand beside it, in as many words as there is room for; longest first. */
  readonly about: readonly string[];
}

/** The source of answers that are in no file yet: commands that go on from them come with their file. */
export const unsavedSource = "<interview>";

/** The source of answers that were piped in. */
export const pipedSource = "<stdin>";

/** What was not read from a file has a name like `<input>`, and no command can be given it. */
const isInFile = ({ source }: Recommendation): boolean => !/^<.*>$/.test(source);

/** The whole report, or another format to take along; what a name stands for; and what to record or ask next. */
export function nextCommands(report: Report): readonly NextCommand[] {
  const all = surfacesOf(report);
  const command = report.command ?? report.tool.name;
  const rules = rulesOptions(report.rules ?? []);
  if (all.every(({ source }) => source === unsavedSource)) return [];
  const surfaces = all.filter(isInFile);
  const [first] = surfaces;
  if (first === undefined) return explaining(all, command, rules);
  const set = report.set ?? [];
  const settings = set.map((setting) => ` --set ${shellWord(setting)}`).join("");
  return [
    {
      line: `${command} advise ${filesOf(surfaces)}${settings}${rules} --details`,
      about: ["or --format checklist | adr | html", "or --format checklist|adr|html", "or --format html …"],
    },
    ...explaining(surfaces, command, rules),
    set.length === 0 ? goingOn(surfaces, command, rules) : comparing(first, command, `${settings}${rules}`),
  ];
}

/** How to go on from answers that were piped in, as no command can name them; null for any others. */
export function nextInWords(report: Report): string | null {
  return surfacesOf(report).every(({ source }) => source === pipedSource)
    ? "For more, pipe the answers in with --details; to go on, save them in a file."
    : null;
}

/** Nothing is recorded of answers that are not in the file; but they can be compared with those that are. */
const comparing = ({ source }: Recommendation, command: string, options: string): NextCommand => ({
  line: `${command} whatif ${shellFile(source)}${options}`,
  about: ["what --set changes"],
});

/** To look up a question that a screen names in short, such as the first that would change a verdict. */
function explaining(
  surfaces: readonly Recommendation[],
  command: string,
  rules: string,
): readonly NextCommand[] {
  const [named] = [
    ...surfaces.flatMap((each) => singleChangesOf(each)?.changes.map(({ change }) => change.question) ?? []),
    ...surfaces.flatMap(({ open }) => open.map(({ question }) => question)),
  ];
  if (named === undefined) return [];
  return [
    {
      line: `${command} explain ${named}${rules}`,
      about: ["or any question, rule or pattern", "or any rule"],
    },
  ];
}

/** To answer on while there is no verdict; to check what has been decided; otherwise to decide. */
function goingOn(surfaces: readonly Recommendation[], command: string, rules: string): NextCommand {
  const undecided = surfaces.find(({ decision }) => decision === null);
  if (undecided === undefined) return { line: `${command} check ${filesOf(surfaces)}${rules}`, about: [] };
  const { service, surface } = undecided;
  const file = shellFile(undecided.source);
  const style = chosenOf(undecided);
  if (style === null)
    return { line: `${command} interview --from ${file} --save ${file}${rules}`, about: ["to go on"] };
  const beside = surfaces.filter(({ source }) => source === undecided.source);
  const others = beside.filter((each) => each.service !== service);
  const which = [
    ...(others.length === 0 ? [] : [` --service ${shellWord(service)}`]),
    // A surface with a name of its own may have others beside it in the file that this report is not about.
    ...(beside.length === 1 && surface === service ? [] : [` --surface ${shellWord(surface)}`]),
  ].join("");
  return { line: `${command} decide ${file}${which} --style ${style}${rules}`, about: [] };
}

/** Columns of a line that the names of several files may take. */
const roomForFiles = 40;

/** The files of the surfaces or, if they are too many for a line, the first. */
function filesOf(surfaces: readonly Recommendation[]): string {
  const files = [...new Set(surfaces.map(({ source }) => shellFile(source)))];
  const all = files.join(" ");
  return all.length <= roomForFiles ? all : at(files, 0);
}
