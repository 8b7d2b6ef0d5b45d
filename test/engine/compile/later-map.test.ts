import { beforeEach, expect, it } from "vitest";
import { LaterMap, Lines } from "../../../src/engine/compile/later-entries.js";

const lines = ['"zero"', '"one"', '"two"', '"three"'];
const text = `${lines.join("\n")}\n`;
const ends = lines.map((_, index) => lines.slice(0, index + 1).join("\n").length + 1);

let map: LaterMap<string>;
beforeEach(() => {
  map = new LaterMap(new Lines(`before\n${text}`, "before\n".length, ends), 1, ["a", "b", "c"]);
});

const plain = (entries: Iterable<[string, { readonly entry: string }]>) =>
  [...entries].map(([id, { entry }]) => [id, entry]);

it("has the entries of its lines by id, and no others", () => {
  expect([map.size, map.has("a"), map.has("z")]).toEqual([3, true, false]);
  expect([map.get("a")?.entry, map.get("c")?.entry, map.get("z")]).toEqual(["one", "three", undefined]);
});

it("makes each once", () => {
  expect(map.get("b")).toBe(map.get("b"));
  expect([...map.values()][1]).toBe(map.get("b"));
});

it("is walked in the order of its ids, as any map is", () => {
  const all = [
    ["a", "one"],
    ["b", "two"],
    ["c", "three"],
  ];
  const visited: unknown[] = [];
  map.forEach(({ entry }, id, of) => {
    visited.push([id, entry, of === map]);
  });
  expect(visited).toEqual(all.map((each) => [...each, true]));
  expect(plain(map)).toEqual(all);
  expect(plain(map.entries())).toEqual(all);
  expect([...map.keys()]).toEqual(["a", "b", "c"]);
});
