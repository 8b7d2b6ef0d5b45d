import { expect, it } from "vitest";
import { entryInChunk } from "../../scripts/build/entry-in-chunk.mjs";

const entry = {
  path: "dist/cli.cjs",
  text: 'import{a as m,$ as n}from"./cli-chunk-X.cjs";export{m as main,n as host};\n',
};
const chunk = { path: "dist/cli-chunk-X.cjs", text: "var $=1,$$=2;export{$$ as a,$,$ as c};\n" };
const other = { path: "dist/cli-other.cjs", text: 'import{c}from"./cli-chunk-X.cjs";' };

it("puts the entry's names into its chunk, under which others find it by the entry's name", () => {
  expect(entryInChunk([entry, chunk, other], "cli.cjs")).toEqual([
    { path: "dist/cli.cjs", text: "var $=1,$$=2;export{$$ as a,$,$ as c,$$ as main,$ as host};" },
    { path: "dist/cli-other.cjs", text: 'import{c}from"./cli.cjs";' },
  ]);
});

it("refuses an entry that does more", () => {
  for (const text of ["run();", `${entry.text}run();`])
    expect(() => entryInChunk([{ ...entry, text }, chunk], "cli.cjs")).toThrow(
      "cli.cjs is more than what one chunk exports",
    );
});

it("leaves out what the entry imports nothing of", () => {
  const text = 'import{a as m}from"./cli-chunk-X.cjs";import"./cli-other.cjs";export{m as main};';
  expect(entryInChunk([{ ...entry, text }, chunk, other], "cli.cjs")).toHaveLength(2);
});
