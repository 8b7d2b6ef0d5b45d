import fc from "fast-check";
import { format, type Options } from "prettier";
import { expect, it } from "vitest";
import { unwrap } from "../../../src/engine/diagnostics/render-problem.js";
import { embed } from "../../../src/engine/embed/embed.js";
import { findBlocks } from "../../../src/engine/embed/find-blocks.js";

/** What the tool has to say: by the number of an item, the version of its words; null if it is not asked. */
type Says = readonly (number | null)[];

const lorem =
  "Any instance can find what is kept: **none** of it is bound to `one` connection, nor to an_instance (see [RFC 1](https://www.rfc-editor.org/rfc/rfc1)), and “that” costs 2 * 3 \\* 4 round trips. ";

function contentOf(says: Says): string {
  const items = says.map((version, at) =>
    version === null
      ? ""
      : `- [ ] Confirm that ${at} is **v${version}**. ${lorem.repeat(at % 3)}<!-- id: s/t${at} -->\\\n      _Why:_ ${lorem.repeat(version)}It is ${at}.${version > 1 ? `\\\n      _Contested:_ Not ${at}.` : ""}\n`,
  );
  const half = items.length >> 1;
  return `## Design review: x\n\n### Decisions to confirm\n\n${items.slice(0, half).join("")}\n### Errors and operation\n\n${items.slice(half).join("")}\n_Made by us._\n`;
}

/** What people do to the lines of an item; \`note\` is a word that nothing else has. */
const edits: Readonly<Record<string, (lines: readonly string[], note: string) => readonly string[]>> = {
  tick: ([first = "", ...rest]) => [first.replace("[ ]", "[x]"), ...rest],
  "tick large": ([first = "", ...rest]) => [first.replace("[ ]", "[X]"), ...rest],
  bullet: (lines, note) => [...lines, `  - ${note} and`, "    more"],
  "next line": (lines, note) => [...lines, `  ${note} and more`],
  "same line": (lines, note) => [
    ...lines.slice(0, -1),
    `${lines.at(-1)} ${note} and more`.replace("``` ", "```\n  "),
  ],
  "after the id": ([first = "", ...rest], note) => [`${first} (${note})`, ...rest],
  "before the id": ([first = "", ...rest], note) => [first.replace("<!--", `(${note}) <!--`), ...rest],
  "in our words": ([first = "", ...rest], note) => [first.replace("that", `that ${note}`), ...rest],
  between: ([first = "", ...rest], note) => [first, `  ${note}`, ...rest],
  paragraphs: (lines, note) => [...lines, "", `  ${note}`, "", "  and more"],
  code: (lines, note) => [...lines, "", "  ```", `  ${note}`, "", "      more", "  ```"],
  "own item": (lines, note) => [...lines, `- [x] ${note}`, "  - more"],
  "own paragraph": (lines, note) => [...lines, "", `${note} and more`, ""],
  "own heading": (lines, note) => [...lines, "", `### ${note}`, ""],
  "comment below": ([first = "", ...rest]) => {
    const comment = /<!-- id.*-->/.exec(first)?.[0] ?? "";
    const ours = rest.findIndex((line) => !line.startsWith("      "));
    const end = ours < 0 ? rest.length : ours;
    return [first.replace(comment, ""), ...rest.slice(0, end), `  ${comment}`, ...rest.slice(end)];
  },
};

type Edit = { readonly at: number; readonly how: string };

/** The document with edits made to its items, some of them moved. */
function edited(text: string, made: readonly Edit[], moved: readonly number[], mark: string): string {
  const lines = text.split("\n");
  const starts = lines.flatMap((line, at) =>
    /^\s*[-*] .*?\[[ xX]\] Confirm that \d/.test(line) ? [at] : [],
  );
  const ends = starts.map((start) => {
    const length = lines.slice(start + 1).findIndex((line) => !line.startsWith("  "));
    return start + 1 + Math.max(0, length);
  });
  const items = starts.map((start, at) => lines.slice(start, ends[at]));
  for (const [index, { at, how }] of made.entries()) {
    const place = at % Math.max(1, items.length);
    const item = items[place];
    if (item !== undefined) items[place] = [...(edits[how]?.(item, `${mark}${index}z`) ?? item)];
  }
  const order = items.map((_, at) => at).sort((a, b) => (moved[a] ?? 0) - (moved[b] ?? 0));
  return lines
    .flatMap((line, at) => {
      const place = starts.indexOf(at);
      if (place >= 0) return items[order[place] ?? place] ?? [];
      return starts.some((start, each) => at > start && at < (ends[each] ?? 0)) ? [] : [line];
    })
    .join("\n");
}

/** Another formatter: starts lines at 60 columns, whatever they begin with. */
const crude = (text: string): string =>
  text
    .replace(/^( *)- /gm, "$1* ")
    .replace(
      /^( *)((?:\* )?)(\S.{60,})$/gm,
      (_, indent: string, bullet: string, line: string) =>
        `${indent}${bullet}${line.replace(/(.{40,60}?) (?=[a-z<(_])/g, `$1\n${indent}${bullet === "" ? "" : "  "}`)}`,
    );

const prettier = (options: Options) => (text: string) => format(text, { parser: "markdown", ...options });

const formatters: Readonly<Record<string, (text: string) => string | Promise<string>>> = {
  none: (text) => text,
  crude,
  prettier: prettier({}),
  "prettier wrapping": prettier({ proseWrap: "always", printWidth: 50 }),
  "prettier with wide tabs": prettier({ proseWrap: "never", tabWidth: 4 }),
};

function written(text: string, says: Says): string {
  const [block] = unwrap(findBlocks("doc.md", text));
  if (block === undefined) throw new Error("no block");
  return embed(text, block, contentOf(says)).text;
}

const noteWord = /[ab]\dz/g;
const itemStart = /\[([ xX])\]\s+Confirm\s+that\s+(?:[ab]\dz\s+)*(\d)/g;

const ticksIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(itemStart)].flatMap(([, mark, at = ""]) => (mark === " " ? [] : [at])));

/** The item after whose beginning each note is. */
const ownersIn = (text: string): ReadonlyMap<string, string | undefined> => {
  const starts = [...text.matchAll(itemStart)];
  return new Map(
    [...text.matchAll(noteWord)].map(({ 0: note, index }) => [
      note,
      starts.findLast((start) => start.index <= index)?.[2],
    ]),
  );
};

const says: fc.Arbitrary<Says> = fc.array(fc.option(fc.integer({ min: 1, max: 3 }), { freq: 3 }), {
  minLength: 6,
  maxLength: 6,
});
const round = fc.record({
  made: fc.array(fc.record({ at: fc.nat(5), how: fc.constantFrom(...Object.keys(edits)) }), { maxLength: 5 }),
  moved: fc.array(fc.nat(9), { minLength: 6, maxLength: 6 }),
  formatter: fc.constantFrom(...Object.keys(formatters)),
  next: says,
});

it("keeps every tick and every note, whatever people, formatters and new answers do", async () => {
  await fc.assert(
    fc.asyncProperty(says, round, round, async (first, one, other) => {
      let text = written("<!-- api-advisor:begin -->\n<!-- api-advisor:end -->\n", first);
      for (const [mark, { made, moved, formatter, next }] of [
        ["a", one],
        ["b", other],
      ] as const) {
        const left = edited(text, made, moved, mark);
        const formatted = (await formatters[formatter]?.(left)) ?? left;
        text = written(formatted, next);
        expect(ticksIn(text)).toEqual(ticksIn(left));
        const owners = ownersIn(text);
        for (const [note, owner] of ownersIn(left)) {
          expect(owners.has(note)).toBe(true);
          // What stands beside items that are no longer asked stays there.
          const isNew = note.startsWith(mark) && !left.includes("## No longer asked");
          if (isNew && owner !== undefined && next[Number(owner)] !== null)
            expect([note, owners.get(note)]).toEqual([note, owner]);
        }
        expect(written(text, next)).toBe(text);
        if (formatter === "prettier") expect(await formatters["prettier"]?.(text)).toBe(text);
      }
    }),
    { numRuns: 60 },
  );
});
