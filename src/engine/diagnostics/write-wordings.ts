import { type Wordings, wording } from "./phrases.js";
import type { WriteProblem } from "./problem.js";

/** Wording of problems of files that should be written. */
export const writeWordings: Wordings<WriteProblem> = {
  "unwritable-file": ({ reason }) => wording(`cannot be written: ${reason}`),
  "output-is-input": ({ input }) =>
    wording(`cannot be written: it would overwrite the input \`${input}\``, "a different file"),
  "output-twice": ({ first }) =>
    wording(`cannot be written: it is the same file as \`${first}\``, "a separate file for each `--output`"),
  "folder-output": ({ format }) =>
    wording(
      `is a folder, and \`${format}\` is written into one file`,
      "the name of that file; only `advise --format adr` writes into a folder, a file for each surface",
    ),
  "file-or-folder": ({ name }) =>
    wording(
      "does not say whether it is a folder or a file",
      `\`${name}/\` for a folder with a record of each surface, or \`${name}.md\` for one file`,
    ),
  "text-by-ending": ({ name, ending, format }) =>
    wording(
      `would be text, although its name ends in \`.${ending}\``,
      `\`${format}=${name}\`, or \`text=${name}\` if that is meant`,
    ),
  "page-on-terminal": () =>
    wording(
      "is a terminal, which cannot show a page in HTML",
      "a file for the browser, such as `--output report.html`; or a pipe",
    ),
  "file-exists": () => wording("already exists; not overwritten", "the name of a new file"),
  "edited-output": () =>
    wording(
      "has been edited since it was written, or is not from this tool; not overwritten",
      "a different file; or, if this one is no longer needed, delete it first",
    ),
  "changed-meanwhile": () =>
    wording("was changed by another program meanwhile; nothing has been written", "the same command again"),
  "busy-file": ({ claim, seconds }) =>
    wording(
      `another process has been writing to it for more than ${seconds} seconds; nothing has been written`,
      `the same command again later; if there is no such process, \`${claim}\` deleted`,
    ),
  "cut-short": ({ whole }) =>
    wording(
      `was being written when the process was stopped, so it may be incomplete; \`${whole}\` has the whole text`,
      `that text moved here; or, if this file is right, \`${whole}\` deleted`,
    ),
  "not-undone": ({ reason }) =>
    wording(`has been written although another file could not be, and stays so: ${reason}`),
};
