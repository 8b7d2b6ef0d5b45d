import { linesOf } from "./find-blocks.js";

const context = 3;

/** One line of a comparison: kept, taken out or put in. */
interface Step {
  readonly sign: " " | "-" | "+";
  readonly line: string;
}

/** The difference of two texts in the unified format, three lines around each change; empty when there is none. */
export function unifiedDiff(name: string, before: string, after: string): string {
  const steps = compare(linesOf(before), linesOf(after));
  const hunks = hunksOf(steps);
  if (hunks.length === 0) return "";
  const passed: Passed = { steps: 0, before: 0, after: 0 };
  return [`--- ${name}\n`, `+++ ${name}\n`, ...hunks.map((hunk) => drawn(steps, hunk, passed))].join("");
}

/** A shortest edit script: what begins and ends alike is set apart, the rest compared by longest common subsequence. */
function compare(before: readonly string[], after: readonly string[]): readonly Step[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let same = 0;
  const most = Math.min(before.length, after.length) - start;
  while (same < most && before[before.length - 1 - same] === after[after.length - 1 - same]) same += 1;
  const keep = (line: string): Step => ({ sign: " ", line });
  return [
    ...before.slice(0, start).map(keep),
    ...script(before.slice(start, before.length - same), after.slice(start, after.length - same)),
    ...before.slice(before.length - same).map(keep),
  ];
}

/** More pairs of lines than this are not compared: their table would not fit in memory. */
const tableLimit = 4_000_000;

function script(before: readonly string[], after: readonly string[]): readonly Step[] {
  if (before.length * after.length > tableLimit) return replacement(before, after);
  const width = after.length + 1;
  /** Length of the longest common subsequence of what lies behind each pair of positions. */
  const longest = new Uint32Array((before.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] =
        before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const steps: Step[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const [old, now] = [before[i], after[j]];
    if (old !== undefined && old === now) {
      steps.push({ sign: " ", line: old });
      i += 1;
      j += 1;
    } else if (old !== undefined && (now === undefined || at(i + 1, j) >= at(i, j + 1))) {
      steps.push({ sign: "-", line: old });
      i += 1;
    } else if (now !== undefined) {
      steps.push({ sign: "+", line: now });
      j += 1;
    }
  }
  return steps;
}

/** Everything out, everything in: true of any two texts, if seldom the shortest way to say it. */
function replacement(before: readonly string[], after: readonly string[]): readonly Step[] {
  return [
    ...before.map((line): Step => ({ sign: "-", line })),
    ...after.map((line): Step => ({ sign: "+", line })),
  ];
}

interface Hunk {
  readonly from: number;
  readonly to: number;
}

function hunksOf(steps: readonly Step[]): readonly Hunk[] {
  const hunks: Hunk[] = [];
  steps.forEach(({ sign }, index) => {
    if (sign === " ") return;
    const from = Math.max(0, index - context);
    const to = Math.min(steps.length, index + context + 1);
    const last = hunks.at(-1);
    if (last !== undefined && from <= last.to) hunks[hunks.length - 1] = { from: last.from, to };
    else hunks.push({ from, to });
  });
  return hunks;
}

/** How many steps have been passed, and how many lines of either text. */
interface Passed {
  steps: number;
  before: number;
  after: number;
}

/** Draws a hunk and goes on to its end, so that a thousand hunks are numbered in one walk. */
function drawn(steps: readonly Step[], { from, to }: Hunk, passed: Passed): string {
  pass(steps, from, passed);
  const start = { ...passed };
  pass(steps, to, passed);
  const range = (text: "before" | "after"): string => {
    const length = passed[text] - start[text];
    return `${length === 0 ? start[text] : start[text] + 1}${length === 1 ? "" : `,${length}`}`;
  };
  const body = steps
    .slice(from, to)
    .map(({ sign, line }) =>
      line.endsWith("\n") ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`,
    );
  return `@@ -${range("before")} +${range("after")} @@\n${body.join("")}`;
}

function pass(steps: readonly Step[], to: number, passed: Passed): void {
  for (; passed.steps < to; passed.steps += 1) {
    const sign = steps[passed.steps]?.sign;
    if (sign !== "+") passed.before += 1;
    if (sign !== "-") passed.after += 1;
  }
}
