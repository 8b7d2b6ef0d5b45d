import { expect, it } from "vitest";
import type { Problem, ReviewProblem } from "../../../src/engine/diagnostics/problem.js";
import { renderProblem } from "../../../src/engine/diagnostics/render-problem.js";

/** Every code at least once, and what a person reads. */
const said: {
  readonly [Code in ReviewProblem["code"]]: readonly (readonly [
    Extract<ReviewProblem, { readonly code: Code }>,
    string,
  ])[];
} = {
  "same-name": [
    [
      { code: "same-name", kind: "service", id: "shop" },
      "error: there is more than one service `shop`\n  expected a name of its own for each service",
    ],
  ],
  "choice-needed": [
    [
      { code: "choice-needed", option: "--surface", known: ["cart", "chat"] },
      "error: `--surface` is needed to say which one\n  expected one of cart, chat",
    ],
  ],
  "unexplained-deviation": [
    [
      { code: "unexplained-deviation", style: "stateful", verdict: "hybrid", missing: ["--until"] },
      "error: `stateful` differs from the recommendation, `hybrid`: `--until` is missing\n  expected a reason, and the last day on which the deviation is accepted",
    ],
    [
      {
        code: "unexplained-deviation",
        style: "hybrid",
        verdict: "stateless",
        missing: ["--because", "--until"],
      },
      "error: `hybrid` differs from the recommendation, `stateless`: `--because` and `--until` are missing\n  expected a reason, and the last day on which the deviation is accepted",
    ],
  ],
  "day-passed": [
    [
      { code: "day-passed", day: "2026-01-01", today: "2026-01-02" },
      "error: `2026-01-01` is in the past: today is 2026-01-02\n  expected today or a later date",
    ],
  ],
  "until-without-deviation": [
    [
      { code: "until-without-deviation", style: "hybrid" },
      "error: `hybrid` is the recommendation, so there is no deviation to end\n  expected no `--until`",
    ],
  ],
  "unconfirmed-answer": [
    [
      { code: "unconfirmed-answer", question: "retention", labels: "Yes", note: null },
      "error: an agent answered `retention`, and no person has confirmed it; another answer would change the recommendation\n  expected a look at it with `api-advisor interview --from FILE --save FILE`; or `--confirm`, if what agents answered is right",
    ],
  ],
  "shared-by-alias": [
    [
      { code: "shared-by-alias", surface: "cart" },
      "error: the surface `cart` is shared through a YAML alias, so a decision here would apply in both places\n  expected the surface written out",
    ],
  ],
  "no-markers": [
    [
      { code: "no-markers" },
      "error: has no markers to write between\n  expected the lines `<!-- api-advisor:begin -->` and `<!-- api-advisor:end -->`, each on its own, outside code and lists",
    ],
  ],
  "marker-without-end": [
    [
      { code: "marker-without-end", id: "" },
      "error: this begin marker has no end marker\n  expected `<!-- api-advisor:end -->` after it",
    ],
    [
      { code: "marker-without-end", id: "cart" },
      "error: this begin marker of block `cart` has no end marker\n  expected `<!-- api-advisor:end -->` after it",
    ],
  ],
  "marker-without-begin": [
    [
      { code: "marker-without-begin", id: "" },
      "error: this end marker has no begin marker\n  expected `<!-- api-advisor:begin -->` before it",
    ],
  ],
  "marker-repeated": [
    [
      { code: "marker-repeated", id: "", first: 3 },
      "error: second block without an id; the first begins on line 3\n  expected a different id: `<!-- api-advisor:begin ID -->`",
    ],
    [
      { code: "marker-repeated", id: "cart", first: 3 },
      "error: second block `cart`; the first begins on line 3\n  expected a different id: `<!-- api-advisor:begin ID -->`",
    ],
  ],
};

it.each(Object.values(said).flat())("%o", (detail, words) => {
  const problem: Problem = { severity: "error", file: "a.yaml", at: null, ...detail };
  expect(renderProblem(problem)).toBe(`a.yaml: ${words}`);
});
