// Fifty writers on one file at the same moment: each change is there, or its writer was told that it is not.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { claim, figure, run } from "./run.mjs";
import { answersFile, blocks, contents, prepared } from "./writers.mjs";

const writers = 50;

export async function crowd(folder, scale) {
  const found = [];
  for (let round = 0; round < Math.max(1, Math.round(3 * scale)); round += 1)
    found.push(
      ...(await deciders(prepared(folder, `decide-${round}`, { "shop.yaml": many() }))),
      ...(await embedders(
        prepared(folder, `embed-${round}`, { "shop.yaml": answersFile, "review.md": blocks(writers) }),
      )),
      ...(await starters(prepared(folder, `init-${round}`, {}))),
    );
  return once(found);
}

/** The rounds as one, as they mostly find the same: each line once, with how often. */
function once(found) {
  const texts = [...new Set(found.map(({ text }) => text))];
  return texts.map((text) => {
    const same = found.filter((each) => each.text === text);
    return {
      text: same.length > 1 ? `${text} (${same.length} times)` : text,
      fault: same.some(({ fault }) => fault),
    };
  });
}

function many() {
  const surface = (index) =>
    `  s${index}: # of team ${index}\n    answers: { interaction-style: independent-requests }\n`;
  return `version: 1\nservice: shop\nsurfaces:\n${Array.from({ length: writers }, (_, index) => surface(index)).join("")}`;
}

async function deciders(folder) {
  const runs = await atOnce(folder, (index) => [
    "decide",
    "shop.yaml",
    "--surface",
    `s${index}`,
    "--style",
    "stateless",
    "--today",
    "2026-01-15",
  ]);
  const text = readFileSync(join(folder, "shop.yaml"), "utf8");
  const { surfaces } = parse(text);
  const comments = [...text.matchAll(/# of team/g)].length;
  return verdict(
    "decide",
    folder,
    runs,
    (index) => surfaces[`s${index}`]?.decision !== undefined,
    comments === writers,
  );
}

async function embedders(folder) {
  const runs = await atOnce(folder, (index) => [
    "embed",
    "review.md",
    "--answers",
    "shop.yaml",
    "--surface",
    `part-${index % 40}`,
    "--block",
    `part-${index}`,
  ]);
  const text = readFileSync(join(folder, "review.md"), "utf8");
  const filled = (index) => !text.includes(`begin part-${index} -->\n<!-- api-advisor:end part-${index} -->`);
  return verdict("embed", folder, runs, filled, text.match(/A note of mine/g)?.length === writers);
}

async function starters(folder) {
  const runs = await atOnce(folder, () => ["init", "new.yaml"]);
  const won = runs.filter(({ code }) => code === 0).length;
  const told = runs.filter(({ code }) => code === 2).length;
  return [
    claim(
      won === 1 && told === writers - 1,
      `init: of ${writers} at once ${won} wrote, ${told} were told that the file is there`,
    ),
    ...leftover("init", folder, ["new.yaml"]),
  ];
}

function atOnce(folder, args) {
  return Promise.all(Array.from({ length: writers }, (_, index) => run(args(index), folder)));
}

function verdict(name, folder, runs, isThere, restIsThere) {
  const said = runs.map(({ code }, index) => ({ code, there: isThere(index) }));
  const count = (test) => said.filter(test).length;
  const lost = count(({ code, there }) => code === 0 && !there);
  return [
    figure(
      `${name}: of ${writers} at once ${count(({ code }) => code === 0)} say recorded, ${count(({ code }) => code === 2)} were told that it is not`,
    ),
    claim(lost === 0, `${name}: ${lost} changes lost without a word`),
    claim(
      count(({ code, there }) => code !== 0 && there) === 0,
      `${name}: nothing written that was said not to be`,
    ),
    claim(count(({ code }) => code !== 0 && code !== 2) === 0, `${name}: every exit code is 0 or 2`),
    claim(restIsThere, `${name}: everything else in the file is still there`),
    ...leftover(name, folder, ["shop.yaml", "review.md"]),
  ];
}

function leftover(name, folder, known) {
  const rest = Object.keys(contents(folder)).filter((each) => !known.includes(each));
  return [claim(rest.length === 0, `${name}: ${rest.length} temporary files left`)];
}
