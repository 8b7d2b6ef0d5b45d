import { describe, expect, it, test } from "vitest";
import { differingAnswers, movementOf } from "../../../src/engine/compare/compare.js";
import type { Moves } from "../../../src/engine/model/movement.js";
import type { Recommendation } from "../../../src/engine/model/recommendation.js";
import { compareMarkdown } from "../../../src/engine/report/comparison/compare-markdown.js";
import { movesJson, movesText } from "../../../src/engine/report/comparison/moves.js";
import { movesMarkdown } from "../../../src/engine/report/comparison/moves-markdown.js";
import { plainStyle } from "../../../src/engine/report/report-style.js";
import { recommendationFor, surfaceOf } from "../check/checked.js";
import { attacks, reworded } from "./hostile.js";
import { parseMarkdown, skeletonOf, unaligned } from "./markdown-tree.js";
import { undecidedSample } from "./sample-recommendation.js";

const head = {
  tool: { name: "t", version: "1" },
  pack: { name: "p", version: "2", digest: "sha256-0", drawnFrom: null, notAsked: null },
};
const on = (answers: string, surface = "shop"): Recommendation => ({
  ...recommendationFor(surfaceOf(answers, null)),
  surface,
});
const stream = on("{ style: stream }");
const apart = on("{ style: apart, load: many }");
const none: Moves = { changed: [], added: [], removed: [], unchanged: 0 };
const markdown = (moves: Partial<Moves>): string =>
  unaligned(movesMarkdown(head, { ...none, ...moves }, plainStyle));

describe("what moves, as Markdown", () => {
  it("is a table, and for each surface that moves the answers and where its state went", () => {
    // The table of the small pack: a stream is held with its connection, and requests apart keep nothing.
    const moves = { changed: [movementOf(stream, apart)], unchanged: 2 };
    expect(markdown(moves)).toBe(`## Stateless or stateful: what moves

| Surface | Before | After | What moves |
| --- | --- | --- | --- |
| shop | stateful (fair) | **stateless** (fair) | verdict, interaction, session |

2 other surfaces: no answer changes.

### shop: from stateful to stateless

- Answers (and 1 implied)
  - How do they talk? Streaming → **Apart** (\`style\`)
  - How many are there? open → **Many** (\`load\`)
- Where the state lives
  - Interaction: with the connection or instance (Socket) → **nowhere**
  - Session: with the connection or instance (Any) → **nowhere**

_t 1, rule pack p 2_
`);
  });

  it("has a row alone for a surface on which nothing moves, and for those that come and go", () => {
    const text = markdown({
      changed: [movementOf(on("{ style: steps }", "a"), on("{ style: steps, kinds: neither }", "a"))],
      added: [on("{ style: apart }", "b")],
      removed: [on("{}", "c")],
    });
    expect(
      text.match(/^\| shop · .*$/gm)?.map((row) => row.replace(/ \((?:fair|firm|fragile)\)/g, "")),
    ).toEqual([
      "| shop · a | hybrid | hybrid | nothing |",
      "| shop · b | – | stateless | new; kept: nothing |",
      "| shop · c | undecided | – | removed |",
    ]);
    expect(text).not.toContain("###");
    expect(text).not.toContain("no answer changes");
  });

  it("says that nothing moves", () => {
    expect(markdown({ unchanged: 1 })).toContain(
      "Nothing moves: the answers are as they were.\n\n1 surface: no answer changes.\n",
    );
  });

  it("says which answers no longer fit each other, and which do again", () => {
    const fits = on("{ style: apart }");
    const clashes = on("{ style: apart, order: strict }");
    expect(markdown({ changed: [movementOf(fits, clashes)] })).toContain(
      "- Answers that do not fit each other (style and order): Requests apart have no order. Look again at order.\n",
    );
    const back = markdown({ changed: [movementOf(clashes, fits)] });
    expect(back).toContain("- Answers that fit each other again: `style`, `order`\n");
    expect(back).toMatch(/, clash \|$/m);
  });

  it("says what a surface was called", () => {
    const movement = movementOf(stream, { ...apart, surface: "basket" });
    expect(markdown({ changed: [movement] })).toContain("| shop · basket (was shop) |");
  });

  it("stays short, however much changes", () => {
    const changed = Array.from({ length: 3 }, (_, at) =>
      movementOf(
        on("{ style: stream }", `s${at}`),
        on("{ style: apart, load: many, kinds: shops }", `s${at}`),
      ),
    );
    expect(markdown({ changed }).split("\n").length).toBeLessThanOrEqual(43);
    const many = Array.from({ length: 60 }, (_, at) =>
      movementOf(on("{ style: stream }", `s${at}`), on("{ style: apart }", `s${at}`)),
    );
    const text = markdown({ changed: many });
    expect(text.match(/^\| shop · /gm)).toHaveLength(50);
    expect(text).toContain("… and 10 more changed surfaces.");
    expect(text.match(/^### /gm)).toHaveLength(10);
    expect(text).toContain("… and 50 more moving surfaces.");
  });

  // Balanced backticks in a pack's texts are code on purpose.
  test.each(attacks.filter((attack) => !attack.includes("`")))(
    "lets no text change its structure: %j",
    (attack) => {
      const drawn = (reword: (text: string) => string): string => {
        const [before, after] = [reworded(reword), reworded(reword, undecidedSample)];
        const changed = [movementOf({ ...before, answers: [] }, after), movementOf(after, before)];
        return movesMarkdown(head, { ...none, changed, added: [before], removed: [after] }, plainStyle);
      };
      const hostile = drawn(() => `x${attack}x`);
      expect(skeletonOf(parseMarkdown(hostile))).toEqual(skeletonOf(parseMarkdown(drawn(() => "x"))));
      expect(hostile).not.toMatch(/(?<![A-Za-z\d])@[A-Za-z]/);
    },
  );
});

describe("what moves, in the other formats", () => {
  const moves: Moves = {
    changed: [movementOf(on("{ style: stream }", "cart"), on("{ style: apart }", "basket"))],
    added: [on("{ style: apart }", "b")],
    removed: [on("{}", "c")],
    unchanged: 4,
  };

  it("is what `whatif` says, as text, with a line for each that comes or goes", () => {
    const text = movesText(moves, plainStyle);
    expect(text).toMatch(
      /^shop · basket \(was shop · cart\): the verdict moves from stateful \(\w+\) to\s+stateless \(\w+\)\n/,
    );
    expect(text).toMatch(
      /\n\n\nshop · b: new, stateless\nshop · c: removed; it was undecided\n4 other surfaces: no answer changes\.\n\nFor all figures and advice, add --details\.\n$/,
    );
    expect(movesText({ ...none, unchanged: 1 }, plainStyle)).toBe("1 surface: no answer changes.\n");
  });

  it("has the former names, and whole recommendations of what comes and goes, as JSON", () => {
    expect(JSON.parse(movesJson(head, moves, plainStyle))).toMatchObject({
      version: 2,
      surfaces: [
        {
          surface: "basket",
          was: { service: "shop", source: "a.yaml", surface: "cart" },
          before: { verdict: "stateful" },
          after: { verdict: "stateless" },
          answers: [{ question: "style", from: ["stream"], to: ["apart"] }, { question: "order" }],
        },
      ],
      added: [{ service: "shop", surface: "b", recommendation: { verdict: "stateless" } }],
      removed: [{ surface: "c", recommendation: { verdict: "undecided" } }],
      unchanged: 4,
    });
  });
});

describe("surfaces side by side, as Markdown", () => {
  it("are a table, and one of the answers on which they differ", () => {
    const surfaces = [on("{ style: stream }", "a"), on("{ style: stream, load: few }", "b")];
    const text = unaligned(compareMarkdown(surfaces, differingAnswers(surfaces), plainStyle));
    expect(text).toMatch(/^\| a \| \*\*stateful\*\* \| \w+ \| bound: interaction, session \|$/m);
    expect(text).toContain(
      "### Answers that differ\n\n| Question | a | b |\n| --- | --- | --- |\n| How many are there? | – | Few |\n",
    );
    const alike = [on("{ style: stream }", "a"), on("{ style: stream }", "b")];
    expect(compareMarkdown(alike, differingAnswers(alike), plainStyle)).toContain(
      "All answers are the same.",
    );
  });
});
