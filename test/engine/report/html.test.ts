import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Recommendation } from "../../../src/engine/model/recommendation.js";
import { htmlReport as html } from "../../../src/engine/report/html/document.js";
import { escapeHtml, prose } from "../../../src/engine/report/html/writer.js";
import { plainStyle } from "../../../src/engine/report/report-style.js";
import { anyText, attacks, reworded } from "./hostile.js";
import { attributeOf, type Element, elementsOf, parsePage, skeletonOf, textOf } from "./html-tree.js";
import { boundSample, reportOf, sample, undecidedSample } from "./sample-recommendation.js";

const draw = (...surfaces: readonly Recommendation[]): string => html(reportOf(...surfaces), plainStyle);

const pages = {
  "one surface": draw(sample),
  "several surfaces": draw(sample, boundSample, undecidedSample, { ...sample, analysis: null }),
  "a recorded decision": draw(reworded((text) => text)),
  hostile: draw(...attacks.map((attack) => reworded((text) => attack + text))),
};

describe.each(Object.entries(pages))("%s", (_, page) => {
  const { document, faults } = parsePage(page);
  const elements = elementsOf(document);
  const named = (name: string): readonly Element[] => elements.filter(({ tagName }) => tagName === name);
  const ids = elements.flatMap((element) => attributeOf(element, "id") ?? []);

  test("is HTML without a fault", () => {
    expect(faults).toEqual([]);
  });

  test("needs nothing else, and runs nothing", () => {
    const forbidden = [
      "script",
      "link",
      "img",
      "iframe",
      "object",
      "embed",
      "base",
      "form",
      "image",
      "use",
      "foreignobject",
    ];
    expect(
      elements.map(({ tagName }) => tagName.toLowerCase()).filter((name) => forbidden.includes(name)),
    ).toEqual([]);
    const attributes = elements.flatMap((element) =>
      element.attrs.map((attribute) => ({ element, ...attribute })),
    );
    expect(attributes.filter(({ name }) => /^on|^src|^style$|^action$/i.test(name))).toEqual([]);
    const links = attributes.filter(({ name }) => name.endsWith("href"));
    for (const { element, value } of links) {
      expect(element.tagName).toBe("a");
      expect(value).toMatch(/^(#|https?:\/\/)/);
    }
    expect(named("style").map(textOf).join("")).not.toMatch(/url\(|@import|@font-face/);
    expect(page).toContain(
      `content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`,
    );
  });

  test("has landmarks, a language and a title", () => {
    expect(named("html").map((element) => attributeOf(element, "lang"))).toEqual(["en"]);
    expect(named("title").filter(({ parentNode }) => parentNode?.nodeName === "head")).toHaveLength(1);
    expect(named("main")).toHaveLength(1);
    expect(named("footer")).toHaveLength(1);
  });

  test("has headings in order, one of the first level", () => {
    const levels = elements.flatMap(({ tagName }) => (/^h[1-6]$/.test(tagName) ? [Number(tagName[1])] : []));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  test("has every id once, and every reference leads to one", () => {
    expect(ids).toEqual([...new Set(ids)]);
    const references = elements.flatMap((element) => [
      ...(attributeOf(element, "aria-labelledby")?.split(" ") ?? []),
      ...(attributeOf(element, "href")?.startsWith("#")
        ? [attributeOf(element, "href")?.slice(1) ?? ""]
        : []),
    ]);
    expect(references.length).toBeGreaterThan(10);
    for (const reference of references) expect(ids).toContain(reference);
  });

  test("tells its drawings and tables to those who do not see them", () => {
    for (const svg of named("svg")) {
      const title = svg.childNodes.find(({ nodeName }) => nodeName === "title");
      const name = attributeOf(svg, "aria-label") ?? (title === undefined ? "" : textOf(title));
      const told = name !== "" && attributeOf(svg, "role") === "img";
      expect(told || attributeOf(svg, "aria-hidden") === "true").toBe(true);
    }
    for (const header of named("th")) expect(attributeOf(header, "scope")).toMatch(/^(row|col)$/);
    for (const table of named("table")) {
      expect(elementsOf(table).some((each) => attributeOf(each, "scope") === "col")).toBe(true);
    }
  });
});

describe("says what it has to", () => {
  const text = textOf(parsePage(pages["one surface"]).document).replace(/\s+/g, " ");
  test.each([
    "shop · checkout: stateless or stateful?",
    "Hybrid",
    "Grade: fragile",
    "The server keeps only the task, in a resource of its own.",
    "Workflow: 7 points for keeping it, 3 against",
    "+1 2/3 −1How many clients are there? Very many (clients)",
    "|A − B| / (A + B) = |7 − 3| / (7 + 3) = 0.40",
    "Über 3 Schritte 你好 🛒",
    "Contested: Measurements say otherwise.",
    "The login is not to be kept. Nothing outlives a request here.",
    "What kind of exchange is it? Steps that make one task (exchange)Note: Über",
    "Resources of their ownWorkflowTask record",
    "Watch: Records that nobody ends.",
    "What to do: The remedy of cost-f.",
    "Why: A lost answer looks like a lost request.",
    "hybrid in 75.0 %, stateless in 25.0 %",
    "What kind of system is it? also “A game”",
    "0.31 bits",
    "(latency, 0.31 bits, not sure yet): can overturn it alone",
    "RFC 6455: The WebSocket Protocol",
    "api-advisor 1.0.0 · rule pack default 1.0.0 (sha256-0123)",
  ])("%s", (said) => {
    // Not toContain: a failure would print the whole page.
    expect(text.replaceAll("\u00a0", " ").includes(said)).toBe(true);
  });
});

describe("no text changes the structure", () => {
  const drawn = (reword: (text: string) => string): string =>
    draw(reworded(reword), reworded(reword, boundSample));
  const plainly = skeletonOf(parsePage(drawn(() => "x")).document);
  const check = (text: string): void => {
    const { document, faults } = parsePage(drawn(() => `x${text}x`));
    expect(faults).toEqual([]);
    expect(skeletonOf(document)).toEqual(plainly);
  };
  // Balanced backticks in a pack's texts are code on purpose.
  test.each(attacks.filter((attack) => !attack.includes("`")))("%j", check);
  test("any text", () => {
    fc.assert(
      fc.property(
        anyText.map((text) => text.replaceAll("`", "'")),
        check,
      ),
      { numRuns: 40 },
    );
  });
});

test("any text reads as given, with control characters made visible and noncharacters replaced", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { document } = parsePage(
        `<!doctype html><title>x</title><p title="${escapeHtml(text)}">${escapeHtml(text)}</p>`,
      );
      const paragraph = elementsOf(document).find(({ tagName }) => tagName === "p");
      const read = paragraph === undefined ? null : textOf(paragraph);
      expect(paragraph === undefined ? null : attributeOf(paragraph, "title")).toBe(read);
      expect(read).not.toMatch(/[\p{Control}\u2028\u202e]/u);
      const allowed = text.replace(/\p{Noncharacter_Code_Point}/gu, "\ufffd");
      if (!/[\p{Control}\p{Surrogate}\p{Cf}\p{Z}]/u.test(text)) expect(read).toBe(allowed);
    }),
    { numRuns: 500 },
  );
});

test("code between backticks becomes code", () => {
  expect(prose("Give `<type>` a URI & more").text).toBe("Give <code>&lt;type&gt;</code> a URI &amp; more");
});

test("only web addresses become links", () => {
  const urls = new Map([["rfc-6455", "javascript:alert(1)"]]);
  expect(draw({ ...sample, urls })).not.toContain("javascript:");
});

test("in ASCII it is the same page", () => {
  const ascii = html(reportOf(sample, undecidedSample), { ...plainStyle, unicode: false });
  expect(ascii).toMatch(/^[\n -~]*$/);
  const there = parsePage(ascii).document;
  const here = parsePage(draw(sample, undecidedSample)).document;
  expect(skeletonOf(there)).toEqual(skeletonOf(here));
  expect(textOf(there)).toBe(textOf(here));
});

describe("a page that answers back", () => {
  const live = { kind: "report", script: "run();", digest: "sha256-ab+/c=", data: attacks } as const;
  const drawLive = (unicode: boolean): string =>
    html(reportOf(...attacks.map((attack) => reworded((text) => attack + text))), {
      ...plainStyle,
      unicode,
      live,
    });

  test.each([true, false])(
    "has its data and its script, and lets nothing out of them (unicode: %s)",
    (unicode) => {
      const text = drawLive(unicode);
      const { document, faults } = parsePage(text);
      expect(faults).toEqual([]);
      const scripts = elementsOf(document).filter(({ tagName }) => tagName === "script");
      expect(scripts.map((each) => attributeOf(each, "type"))).toEqual(["application/json", null]);
      const [data = "", script] = scripts.map(textOf);
      expect(JSON.parse(data)).toEqual(attacks);
      expect(data).toMatch(/^[ -;=-~]+$/);
      expect(script).toBe(live.script);
      if (!unicode) expect(text).toMatch(/^[\n -~]*$/);
    },
  );

  test("may run its own script alone, and load nothing", () => {
    expect(drawLive(true)).toContain(
      `content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-ab+/c='; worker-src blob:; base-uri 'none'; form-action 'none'"`,
    );
  });

  test("is not made of a script that would end early", () => {
    for (const script of ["a </script> b", "a </SCRIPT b", "a <!-- b"])
      expect(() => html(reportOf(sample), { ...plainStyle, live: { ...live, script } })).toThrow(RangeError);
  });
});
