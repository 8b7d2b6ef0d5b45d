const item = /^\s*[-*+] \[([ xX])\] .*<!-- id: (\S+) -->\s*$/;

/**
 * A task list with the boxes ticked that were ticked before, by the ids that its items end with.
 * @returns the list, and the ids of ticked items that are not in it any more
 */
export function keepTicks(
  before: string,
  after: string,
): { readonly text: string; readonly dropped: readonly string[] } {
  const ticked = new Map<string, string>();
  for (const line of before.split("\n")) {
    const [, mark = " ", id = ""] = item.exec(line) ?? [];
    if (mark !== " ") ticked.set(id, mark);
  }
  const lines = after.split("\n").map((line) => {
    const id = item.exec(line)?.[2] ?? "";
    const mark = ticked.get(id);
    if (mark === undefined) return line;
    ticked.delete(id);
    return line.replace("[ ]", `[${mark}]`);
  });
  return { text: lines.join("\n"), dropped: [...ticked.keys()] };
}
