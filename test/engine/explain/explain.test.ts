import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { explain } from "../../../src/engine/explain/explain.js";
import type { Explanation } from "../../../src/engine/explain/explanation.js";
import { explanationJson } from "../../../src/engine/explain/explanation-json.js";
import { entriesOf, nearEntries } from "../../../src/engine/explain/find-entry.js";
import { explanationText } from "../../../src/engine/explain/text/explanation-text.js";
import type { Pack } from "../../../src/engine/model/pack.js";
import { plainStyle } from "../../../src/engine/report/report-style.js";
import { loadPack } from "../../../src/node.js";
import { smallPack } from "../small-pack.js";

const small = smallPack().pack;

function explained<Kind extends Explanation["kind"]>(
  pack: Pack,
  id: string,
  kind: Kind,
): Extract<Explanation, { readonly kind: Kind }> {
  const explanation = explain(pack, id);
  if (explanation?.kind !== kind) throw new Error(`${id} is a ${explanation?.kind}, not a ${kind}`);
  return explanation as Extract<Explanation, { readonly kind: Kind }>;
}

describe("explain", () => {
  it("knows every id of a pack by its kind", () => {
    for (const { kind, entry } of entriesOf(small)) {
      expect(explain(small, entry.id)).toMatchObject({ kind, id: entry.id });
    }
  });

  it("says of a rule what it hangs on and what its sources say", () => {
    const rule = explained(small, "crowds", "rule");
    expect(rule.condition).toBe("load is at least some");
    expect(rule.hangsOn).toEqual([
      {
        question: "load",
        ask: "How many are there?",
        options: [
          { id: "some", label: "Some" },
          { id: "many", label: "Many" },
        ],
      },
    ]);
    expect(rule.sources.map(({ id, section, kind }) => [id, section, kind])).toEqual([
      ["paper", "2", "reference"],
    ]);
  });

  it("says of a question what reads it and what implies its answers", () => {
    expect(explained(small, "order", "question").implied).toEqual([
      { answer: "any", condition: "style is apart", because: "Nothing is sent." },
    ]);
    const readers = explained(small, "style", "question").readBy.map(({ kind, id }) => `${kind} ${id}`);
    expect(readers).toEqual(
      expect.arrayContaining(["rule streams", "rule steps-remembered", "rule alone", "implication order"]),
    );
    expect(readers).not.toContain("rule crowds");
  });

  it("says of an option only what names that option", () => {
    const { readBy } = explained(small, "style=apart", "option");
    expect(readBy.filter(({ kind }) => kind === "rule").map(({ id }) => id)).toEqual(["alone"]);
    expect(explained(small, "order=any", "option").implied).toHaveLength(1);
  });

  it("lists whatever cites a criterion", () => {
    const cited = explained(small, "claim", "criterion").citedBy.map(({ id }) => id);
    const citing = entriesOf(small)
      .filter(({ entry }) => "sources" in entry && entry.sources.some(({ id }) => id === "claim"))
      .map(({ entry }) => entry.id);
    expect(cited).toEqual(citing);
    expect(cited).toContain("streams");
  });

  it("draws a question with its options, implications and readers", async () => {
    const text = explanationText(explained(small, "order", "question"), plainStyle);
    await expect(text).toMatchFileSnapshot("golden/question.txt");
  });

  it.each([
    ["streems", ["streams"]],
    ["apart", ["style=apart"]],
    ["style=aprt", ["style=apart"]],
    ["stile=apart", ["style=apart"]],
    ["zzzzzzzz", []],
  ])("finds ids near %s", (word, near) => {
    expect(explain(small, word)).toBeNull();
    expect(nearEntries(small, word)).toEqual(near);
  });
});

describe("explanations of the default pack", () => {
  let pack: Pack;
  beforeAll(async () => {
    pack = (await loadPack()).pack;
  });

  it("fit 80 columns and name what they explain", () => {
    const options = pack.questions.flatMap(({ id, options }) =>
      options.map((option) => `${id}=${option.id}`),
    );
    for (const id of [...entriesOf(pack).map(({ entry }) => entry.id), ...options]) {
      const text = explanationText(explain(pack, id) as Explanation, plainStyle);
      expect(text).toContain(id);
      expect(text.split("\n").filter((line) => line.length > 80)).toEqual([]);
    }
  });

  it("are the same in JSON", async () => {
    const explanation = explained(pack, "two-way-exchange", "rule");
    const { unicode } = plainStyle;
    const json = explanationJson(explanation, pack, { ...plainStyle, unicode });
    expect(JSON.parse(json)).toEqual({
      version: 1,
      pack: { name: pack.name, version: pack.version },
      explanation,
    });
  });

  it("cover every criterion by something that cites it", async () => {
    const written = await readFile(new URL("../../../rules/criteria.yaml", import.meta.url), "utf8");
    const ids = [...written.matchAll(/^ {2}([a-z0-9-]+):$/gm)].map(([, id = ""]) => id);
    expect(ids.length).toBeGreaterThan(40);
    expect(ids).toEqual(pack.criteria.map(({ id }) => id));
    expect(ids.filter((id) => explained(pack, id, "criterion").citedBy.length === 0)).toEqual([]);
  });
});
