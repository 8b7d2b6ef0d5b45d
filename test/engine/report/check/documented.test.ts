import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { findingLevels } from "../../../../src/engine/model/check.js";

const page = readFileSync(join(import.meta.dirname, "../../../../docs/check.md"), "utf8");

it.each(Object.entries(findingLevels))(
  "the page on checks explains %s, a finding of level %s",
  (kind, level) => {
    const [, section] = page.split(`\n### ${kind}\n`);
    expect(section?.trim().toLowerCase().startsWith(level)).toBe(true);
  },
);
