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
  return [`--- ${name}\n`, `+++ ${name}\n`, ...hunks.map((hunk) => drawn(steps, hunk))].join("");
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

function script(before: readonly string[], after: readonly string[]): readonly Step[] {
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

function drawn(steps: readonly Step[], { from, to }: Hunk): string {
  const inHunk = steps.slice(from, to);
  const count = (part: readonly Step[], other: Step["sign"]): number =>
    part.filter(({ sign }) => sign !== other).length;
  const range = (other: Step["sign"]): string => {
    const length = count(inHunk, other);
    const before = count(steps.slice(0, from), other);
    return `${length === 0 ? before : before + 1}${length === 1 ? "" : `,${length}`}`;
  };
  const body = inHunk.map(({ sign, line }) =>
    line.endsWith("\n") ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`,
  );
  return `@@ -${range("+")} +${range("-")} @@\n${body.join("")}`;
}
