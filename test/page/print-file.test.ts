import { describe, expect, it } from "vitest";
import { readServices } from "../../src/engine/answers-file/read-answers.js";
import { unwrap } from "../../src/engine/diagnostics/render-problem.js";
import { printFile, printPage } from "../../src/page/print-file.js";
import type { SurfaceNow } from "../../src/page/protocol.js";
import { attacks } from "../engine/report/hostile.js";
import { chosen, dataOf, small } from "./page-data.js";

const { source } = small.compiled;
const printable = (...surfaces: readonly SurfaceNow[]) =>
  surfaces.map((surface) => ({ ...surface, document: 0 }));
const readBack = (text: string): readonly (readonly [service: string, ...names: string[]])[] =>
  unwrap(readServices({ file: "b.yaml", text }, source.questions)).map(
    ({ service: { service, surfaces } }) => [service, ...surfaces.map(({ name }) => name)],
  );

describe("the answers of a page as a file", () => {
  it("is one surface if it has the name of its service, with notes", () => {
    const answers: SurfaceNow["answers"] = [
      ["style", { ...chosen("stream"), note: "It is a game." }],
      ["kinds", { kind: "unsure", note: null }],
    ];
    expect(printFile(printable({ service: "tv", name: "tv", answers }), false, source)).toEqual({
      text: `version: 1
service: "tv"
answers:
  # Talk
  style: { answer: stream, note: "It is a game." } # Streaming
  kinds: unsure # Not sure yet
`,
      leftOut: null,
    });
  });

  it("says that decisions are not in it", () => {
    const { text, leftOut } = printFile(printable({ service: "tv", name: "tv", answers: [] }), true, source);
    expect(text).toMatch(
      /^# Without the recorded decisions: `api-advisor decide` records them again\.\nversion: 1\n/,
    );
    expect(leftOut).toMatch(/^Recorded decisions are not in the file/);
  });

  it("has each service as a document, and no name twice", () => {
    const surfaces = [
      ...printable(
        { service: "tv", name: "chat", answers: [] },
        { service: "tv", name: "chat", answers: [] },
        { service: "radio", name: "chat", answers: [["style", chosen("steps")]] },
      ),
      { service: "tv", name: "chat", answers: [], document: 1 },
    ];
    expect(readBack(printFile(surfaces, false, source).text)).toEqual([
      ["tv", "chat", "chat 2"],
      ["radio", "chat"],
      ["tv", "chat"],
    ]);
  });

  it("keeps two documents of one service apart", () => {
    const document = "version: 1\nservice: shop\nanswers: { style: steps }\n";
    const two = dataOf(`${document}---\n${document}`);
    expect(readBack(printPage(two, two.surfaces, source).text)).toEqual([
      ["shop", "shop"],
      ["shop", "shop"],
    ]);
  });

  it("reads back whatever it is called", () => {
    for (const attack of ["", " ", "n".repeat(300), ...attacks]) {
      const answers: SurfaceNow["answers"] = [["style", { ...chosen("stream"), note: `${attack}.` }]];
      const named = printable(
        { service: attack, name: `${attack} `, answers },
        { service: attack, name: "b", answers },
      );
      const [[service = "", ...names] = [""]] = readBack(printFile(named, false, source).text);
      const name = [...attack.replace(/\p{Surrogate}/gu, "\ufffd")].slice(0, 200).join("").trim();
      expect([service, ...names]).toEqual([name || "service", name || "surface", "b"]);
    }
  });

  it("is of the page's surfaces, of which one without a name of its own has that of its service", () => {
    const two = dataOf(
      "version: 1\nservice: shop\nanswers: { style: steps }\n---\nversion: 1\nservice: tv\nsurfaces:\n  epg:\n    answers: { style: steps }\n",
    );
    const answers: SurfaceNow["answers"] = [["style", chosen("stream")]];
    const now = [
      { service: "kiosk", name: "shop", answers },
      { service: "radio", name: "guide", answers },
    ];
    const { text, leftOut } = printPage(two, now, source);
    expect(readBack(text)).toEqual([
      ["kiosk", "kiosk"],
      ["radio", "guide"],
    ]);
    expect(text).not.toContain("steps");
    expect(leftOut).toBeNull();
  });
});
