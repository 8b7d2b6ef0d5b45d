import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mermaidBlock, mermaidReport, pictureBlock } from "../../../../src/engine/report/picture/mermaid.js";
import { pictureOf } from "../../../../src/engine/report/picture/picture.js";
import { plainStyle } from "../../../../src/engine/report/report-style.js";
import { anyText, reworded } from "../hostile.js";
import { parseMarkdown } from "../markdown-tree.js";
import { boundSample, reportOf, sample, undecidedSample } from "../sample-recommendation.js";

const lines = (text: string): readonly string[] => text.trimEnd().split("\n");

describe("Mermaid", () => {
  it("of one surface is a flowchart", () => {
    expect(lines(mermaidReport(reportOf(boundSample), plainStyle))).toEqual([
      "flowchart LR",
      "  accTitle: Where the state lives",
      "  accDescr: In each request: interaction state (Resume token). With the connection or instance: interaction state (Gateway) and session state. In a shared store: a second home of the interaction state (Log of unread messages). Only one instance can serve each client.",
      '  client["Client"] <== "open connection or sticky routing<br>Interaction: Resume token" ==> instances["One instance only<br>Interaction: Gateway<br>Session"]',
      '  instances --- shared-store[("Shared store<br>Interaction, second home: Log of unread messages")] & data[("Business data")]',
    ]);
  });

  it("of several surfaces has a frame for each, also while one is undecided", () => {
    const cart = { ...undecidedSample, surface: "cart" };
    expect(lines(mermaidReport(reportOf(sample, cart), plainStyle))).toEqual([
      "flowchart TB",
      "  accTitle: Where the state lives",
      "  accDescr: checkout. In each request: session state. In a resource of its own: workflow state (Task record). Any instance can serve each request. cart. No verdict yet.",
      '  subgraph s1["checkout"]',
      "    direction LR",
      '    s1client["Client"] -- "each request<br>Session" --> s1instances["Any instance"]',
      '    s1instances --- s1resource[("Resources of their own<br>Workflow: Task record")] & s1data[("Business data")]',
      "  end",
      '  subgraph s2["cart"]',
      "    direction LR",
      '    s2open["No verdict yet"]',
      "  end",
      "  s1 ~~~ s2",
    ]);
  });

  it("of a picture alone is that of its surface", () => {
    const picture = pictureOf(boundSample);
    expect(picture === null ? [] : pictureBlock(picture, plainStyle)).toEqual(
      mermaidBlock([boundSample], plainStyle),
    );
  });

  it("in pure ASCII keeps every letter, as a character reference", () => {
    const ascii = mermaidReport(reportOf(reworded(() => "Größe 状态 🛒")), { ...plainStyle, unicode: false });
    expect(ascii).toMatch(/^[ -~\n]*$/);
    expect(ascii).toContain('"Resources of their own<br>Workflow: Gr#246;#223;e #29366;#24577; #128722;"');
  });

  it("is one block of code in Markdown, whatever the texts are", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const surfaces = [reworded((own) => `${text}${own}`), boundSample];
        const { children } = parseMarkdown(mermaidBlock(surfaces, plainStyle).join("\n"));
        expect(children).toMatchObject([{ type: "code", lang: "mermaid" }]);
      }),
      { seed: 20, numRuns: 300 },
    );
  });
});
