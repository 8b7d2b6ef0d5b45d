// Every command that writes: the files it starts from, its command line, and the files it writes.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const surface = (index) => `  part-${index}:
    answers: # What clients need.
      interaction-style: ${index % 2 === 0 ? "independent-requests" : "real-time-two-way"}
      identity: public
`;
const answersOf = (count) =>
  `version: 1\nservice: shop\nsurfaces:\n${Array.from({ length: count }, (_, index) => surface(index)).join("")}`;
export const answersFile = answersOf(40);

export const blocks = (count) =>
  Array.from(
    { length: count },
    (_, index) =>
      `## Part ${index}\n\nA note of mine.\n\n<!-- api-advisor:begin part-${index} -->\n<!-- api-advisor:end part-${index} -->\n`,
  ).join("\n");

export const writers = [
  { name: "init", files: {}, args: ["init", "new.yaml"], targets: ["new.yaml"] },
  {
    name: "decide",
    files: { "shop.yaml": answersFile },
    args: ["decide", "shop.yaml", "--surface", "part-7", "--style", "stateful", "--today", "2026-01-15"],
    targets: ["shop.yaml"],
  },
  {
    name: "embed",
    files: { "shop.yaml": answersFile, "review.md": blocks(40) },
    args: ["embed", "review.md", "--answers", "shop.yaml", "--surface", "part-7", "--block", "part-7"],
    targets: ["review.md"],
  },
  {
    name: "advise --output",
    files: { "shop.yaml": answersOf(8), "report.json": "{}\n", "report.txt": "Old.\n" },
    args: ["advise", "shop.yaml", "--no-analysis", "-o", "json=report.json", "-o", "text=report.txt"],
    targets: ["report.json", "report.txt"],
  },
];

/** A folder of its own with the files that a writer starts from. */
export function prepared(parent, name, files) {
  const folder = join(parent, name);
  mkdirSync(folder);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return folder;
}

/** What is there: texts by name. */
export function contents(folder) {
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );
}
