// Every command that writes: the files it starts from, its command line, and the files it writes.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const surfaces = Array.from(
  { length: 40 },
  (_, index) => `  part-${index}:
    answers: # What clients need.
      interaction-style: ${index % 2 === 0 ? "independent-requests" : "real-time-two-way"}
      identity: public
`,
);
export const answersFile = `version: 1\nservice: shop\nsurfaces:\n${surfaces.join("")}`;

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
    files: { "shop.yaml": answersFile, "report.json": "{}\n", "report.md": "# Old\n" },
    args: ["advise", "shop.yaml", "--no-analysis", "-o", "json=report.json", "-o", "markdown=report.md"],
    targets: ["report.json", "report.md"],
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
