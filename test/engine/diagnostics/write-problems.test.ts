import { expect, it } from "vitest";
import type { Problem, WriteProblem } from "../../../src/engine/diagnostics/problem.js";
import { renderProblem } from "../../../src/engine/diagnostics/render-problem.js";

/** Every code at least once, and what a person reads. */
const said: {
  readonly [Code in WriteProblem["code"]]: readonly (readonly [
    Extract<WriteProblem, { readonly code: Code }>,
    string,
  ])[];
} = {
  "unwritable-file": [
    [{ code: "unwritable-file", reason: "it is read-only" }, "error: cannot be written: it is read-only"],
  ],
  "output-is-input": [
    [
      { code: "output-is-input", input: "in.yaml" },
      "error: cannot be written: it would overwrite the input `in.yaml`\n  expected a different file",
    ],
  ],
  "output-twice": [
    [
      { code: "output-twice", first: "x" },
      "error: cannot be written: it is the same file as `x`\n  expected a separate file for each `--output`",
    ],
  ],
  "text-by-ending": [
    [
      { code: "text-by-ending", name: "r.HTML", ending: "HTML", format: "html" },
      "error: would be text, although its name ends in `.HTML`\n  expected `html=r.HTML`, or `text=r.HTML` if that is meant",
    ],
  ],
  "folder-output": [
    [
      { code: "folder-output", format: "html" },
      "error: is a folder, and `html` is written into one file\n  expected the name of that file; only `advise --format adr` writes into a folder, a file for each surface",
    ],
  ],
  "file-or-folder": [
    [
      { code: "file-or-folder", name: "docs/adr" },
      "error: does not say whether it is a folder or a file\n  expected `docs/adr/` for a folder with a record of each surface, or `docs/adr.md` for one file",
    ],
  ],
  "page-on-terminal": [
    [
      { code: "page-on-terminal" },
      "error: is a terminal, which cannot show a page in HTML\n  expected a file for the browser, such as `--output report.html`; or a pipe",
    ],
  ],
  "file-exists": [
    [{ code: "file-exists" }, "error: already exists; not overwritten\n  expected the name of a new file"],
  ],
  "edited-output": [
    [
      { code: "edited-output" },
      "error: has been edited since it was written, or is not from this tool; not overwritten\n  expected a different file; or, if this one is no longer needed, delete it first",
    ],
  ],
  "changed-meanwhile": [
    [
      { code: "changed-meanwhile" },
      "error: was changed by another program meanwhile; nothing has been written\n  expected the same command again",
    ],
  ],
  "busy-file": [
    [
      { code: "busy-file", claim: "/x/.draft.tmp", seconds: 30 },
      "error: another process has been writing to it for more than 30 seconds; nothing has been written\n  expected the same command again later; if there is no such process, `/x/.draft.tmp` deleted",
    ],
  ],
  "cut-short": [
    [
      { code: "cut-short", whole: "/x/.draft-whole.tmp" },
      "error: was being written when the process was stopped, so it may be incomplete; `/x/.draft-whole.tmp` has the whole text\n  expected that text moved here; or, if this file is right, `/x/.draft-whole.tmp` deleted",
    ],
  ],
  "not-undone": [
    [
      { code: "not-undone", reason: "it is not a regular file" },
      "error: has been written although another file could not be, and stays so: it is not a regular file",
    ],
  ],
};

it.each(Object.values(said).flat())("%o", (detail, words) => {
  const problem: Problem = { severity: "error", file: "a.yaml", at: null, ...detail };
  expect(renderProblem(problem)).toBe(`a.yaml: ${words}`);
});
