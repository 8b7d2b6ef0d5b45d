import { describe, expect, it } from "vitest";
import { unwrap } from "../../../src/engine/diagnostics/render-problem.js";
import { mergeLayers } from "../../../src/engine/pack-file/merge-layers.js";
import { ownIds, type PackLayer } from "../../../src/engine/pack-file/raw-pack.js";
import { parseText } from "../../../src/engine/parse/parse-text.js";

/** A pack of files, by the text of each. */
function layer(name: string, files: Readonly<Record<string, string>>): PackLayer {
  return {
    name,
    documents: Object.entries(files).flatMap(([file, text]) => unwrap(parseText({ file, text }))),
  };
}

const base = () =>
  layer("base", {
    "base.yaml": [
      'pack: { name: base, version: "1", tight-radius: 0.2 }',
      "topics: { talk: { title: Talk } }",
      "need:",
      "  calm: { points: 1, because: Nothing happens. }",
      "  busy: { points: 2, because: Much happens. }",
      "placements:",
      "  here: { place: client }",
      "backed-by:",
      "  log: { pattern: log }",
    ].join("\n"),
  });

const over = (text: string) =>
  layer("over", { "over.yaml": `pack: { name: over, version: "2" }\n${text}\n` });

/** The result of merging: the header, the fields of entries by section, and the problems with their places. */
function merged(...layers: readonly PackLayer[]) {
  const { raw, problems } = mergeLayers(layers);
  const entries = [...raw.entries].map(([section, all]) => [
    section,
    Object.fromEntries(all.map(({ id, fields }) => [id, fields])),
  ]);
  return {
    header: raw.header,
    entries: Object.fromEntries(entries.filter(([, all]) => Object.keys(all ?? {}).length > 0)),
    problems: problems.map(({ severity, file, at, ...detail }) => [
      severity,
      at === null ? file : `${at.file}:${at.line}:${at.column}+${at.width}`,
      detail,
    ]),
  };
}

const talk = { talk: { title: "Talk" } };
const calm = { points: 1, because: "Nothing happens." };
const busy = { points: 2, because: "Much happens." };

describe("a pack laid over another", () => {
  it("adds entries, replaces single keys, and leaves some out; the header's other keys come from below", () => {
    const upper = over(
      [
        "need: { odd: { points: 5 } }",
        "placements: { there: { place: request } }",
        "backed-by: { snapshot: { pattern: snapshot } }",
        "override: { need: { busy: { points: 4 } } }",
        "switch-off: { calm: It is never calm. }",
      ].join("\n"),
    );
    const { header, entries, problems } = merged(base(), upper);
    expect(header).toEqual({ name: "over", version: "2", "tight-radius": 0.2 });
    expect(entries).toEqual({
      topics: talk,
      need: { busy: { ...busy, points: 4 }, odd: { points: 5 } },
      placements: { there: { place: "request" }, here: { place: "client" } },
      "backed-by": { snapshot: { pattern: "snapshot" }, log: { pattern: "log" } },
    });
    expect(problems).toEqual([]);
    expect(Object.keys(entries["need"] ?? {})).toEqual(["busy", "odd"]);
    expect(Object.keys(entries["placements"] ?? {})).toEqual(["there", "here"]);
    expect(Object.keys(entries["backed-by"] ?? {})).toEqual(["snapshot", "log"]);
  });

  it("may be laid over in turn, with an id that is free again", () => {
    const third = layer("third", {
      "third.yaml": [
        "pack: { name: third }",
        "need: { calm: { points: 5 } }",
        "override: { need: { odd: { points: 1 } } }",
      ].join("\n"),
    });
    const upper = over("need: { odd: { points: 5 } }\nswitch-off: { calm: It is never calm. }");
    expect(merged(base(), upper, third)).toEqual({
      header: { name: "third", version: "2", "tight-radius": 0.2 },
      entries: {
        topics: talk,
        need: { busy, odd: { points: 1 }, calm: { points: 5 } },
        placements: { here: { place: "client" } },
        "backed-by": { log: { pattern: "log" } },
      },
      problems: [],
    });
  });

  it("is read from all of its files; what a later one says of a key goes", () => {
    const upper = layer("over", {
      "a.yaml": "override: { need: { busy: { points: 4, concern: sync } } }",
      "b.yaml": "pack: { name: over }",
      "c.yaml": "override: { need: { busy: { points: 5 } } }\nneed: { odd: { points: 1 } }",
    });
    expect(merged(base(), upper)).toEqual({
      header: { name: "over", version: "1", "tight-radius": 0.2 },
      entries: {
        topics: talk,
        need: { calm, busy: { ...busy, points: 5, concern: "sync" }, odd: { points: 1 } },
        placements: { here: { place: "client" } },
        "backed-by": { log: { pattern: "log" } },
      },
      problems: [],
    });
  });

  it("knows of each key of an entry where it was written last", () => {
    const upper = over("override:\n  need:\n    busy: { points: 4 }");
    const { raw } = mergeLayers([base(), upper]);
    const entry = raw.entries.get("need")?.find(({ id }) => id === "busy");
    const place = (path: readonly string[], part?: "key" | "value") => {
      const at = entry?.locate(path, part);
      return `${at?.file}:${at?.line}:${at?.column}`;
    };
    expect(place(["points"], "key")).toBe("over.yaml:4:13");
    expect(place(["points"])).toBe("over.yaml:4:21");
    expect(place(["because"], "key")).toBe("base.yaml:5:22");
    expect(place(["because"])).toBe("base.yaml:5:31");
    expect(place([], "key")).toBe("base.yaml:5:3");
    expect(place(["missing"])).toBe("base.yaml:5:9");
  });
});

it("knows the name of the uppermost pack, and where its header is", () => {
  const { raw } = mergeLayers([base(), over("# nothing")]);
  expect([raw.name, raw.headerAt?.file, raw.headerAt?.line]).toEqual(["over", "over.yaml", 1]);
  expect(raw.drawnFrom).toEqual([]);
  expect(raw.locateHeader("version")).toMatchObject({ file: "over.yaml", line: 1, column: 30 });
  expect(raw.locateHeader("tight-radius")).toMatchObject({ file: "base.yaml", line: 1, column: 49 });
  expect(raw.locateHeader("robust-radius")).toBeNull();
  const drawn = layer("drawn", { "drawn.yaml": "pack: { drawn-from: paper }" });
  expect(mergeLayers([drawn, base()]).raw.drawnFrom).toMatchObject([
    { id: "paper", at: { file: "drawn.yaml", line: 1, column: 21, width: 5 } },
  ]);
  expect(mergeLayers([layer("none", { "a.yaml": "need: {}" })]).raw).toMatchObject({
    name: "none",
    headerAt: null,
  });
});

describe("what is wrong with packs laid over each other", () => {
  it("is an id that is taken, in the pack itself whatever its kind, or below", () => {
    const upper = over(
      "criteria:\n  odd: { claim: A }\nneed:\n  odd: { points: 1 }\n  busy: { points: 1 }\n  here: { points: 1 }",
    );
    const { entries, problems } = merged(base(), upper);
    expect(entries["need"]).toEqual({ calm, busy, odd: { points: 1 } });
    expect(entries["criteria"]).toBeUndefined();
    expect(problems).toEqual([
      ["error", "over.yaml:6:3+4", { code: "id-in-base", id: "busy", base: "base.yaml:5" }],
      ["error", "over.yaml:7:3+4", { code: "id-in-base", id: "here", base: "base.yaml:7" }],
      // Sections are read in the order of the format: need before criteria.
      ["error", "over.yaml:3:3+3", { code: "duplicate-id", id: "odd", kind: "need", first: "over.yaml:5" }],
    ]);
  });

  it("is a header that is missing, or there twice", () => {
    const none = layer("none", { "a.yaml": "need: {}", "b.yaml": "topics: {}" });
    expect(merged(none)).toEqual({
      header: {},
      entries: {},
      problems: [["error", "none", { code: "missing-header" }]],
    });
    const twice = layer("twice", {
      "a.yaml": "pack: { name: a }",
      "b.yaml": "need: {}",
      "c.yaml": "topics: {}\npack: { name: c }",
    });
    expect(merged(twice)).toEqual({
      header: { name: "a" },
      entries: {},
      problems: [["error", "c.yaml:2:1+4", { code: "two-headers", first: "a.yaml" }]],
    });
  });

  it("is an override or a switch-off of what is not below, its own entries among that", () => {
    const upper = over(
      [
        "need: { odd: { points: 1 } }",
        "override:",
        "  need: { odd: { points: 2 }, busy: { points: 2 } }",
        "  topics: { busy: { title: B } }",
        "switch-off: { odd: a, here: b, other: c }",
      ].join("\n"),
    );
    const { entries, problems } = merged(base(), upper);
    expect(entries["need"]).toEqual({ calm, busy, odd: { points: 1 } });
    expect(entries["placements"]).toBeUndefined();
    const known = ["talk", "calm", "busy", "here", "log"];
    expect(problems).toEqual([
      ["error", "over.yaml:4:11+3", { code: "nothing-to-override", id: "odd", known: ["calm", "busy"] }],
      ["error", "over.yaml:5:13+4", { code: "nothing-to-override", id: "busy", known: ["talk"] }],
      ["error", "over.yaml:6:15+3", { code: "nothing-to-override", id: "odd", known }],
      ["error", "over.yaml:6:32+5", { code: "nothing-to-override", id: "other", known }],
    ]);
  });
});

it("tells what packs bring themselves: entries that they add or override, and keys of their headers", () => {
  const upper = layer("over", {
    "a.yaml":
      "pack: { name: over, robust-radius: 0.5 }\nneed: { odd: { points: 1 } }\nswitch-off: { calm: a }",
    "b.yaml": "override: { need: { busy: { points: 1 } }, topics: { talk: { title: T } } }",
  });
  expect([...ownIds([upper])].sort()).toEqual(["busy", "name", "odd", "robust-radius", "talk"]);
  expect([...ownIds([base(), upper])]).toContain("here");
  expect(ownIds([])).toEqual(new Set());
});
