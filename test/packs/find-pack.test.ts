import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findPack } from "../../src/packs/find-pack.js";

/** A project with two installed packs: one keeps its rules in a folder of their own and exports nothing. */
function project(): string {
  const root = mkdtempSync(join(tmpdir(), "api-advisor-"));
  mkdirSync(join(root, "node_modules/@acme/pack/rules"), { recursive: true });
  writeFileSync(join(root, "node_modules/@acme/pack/package.json"), '{ "exports": {} }');
  mkdirSync(join(root, "node_modules/plain-pack"));
  writeFileSync(join(root, "node_modules/plain-pack/package.json"), "{}");
  mkdirSync(join(root, "node_modules/empty"));
  mkdirSync(join(root, "services/shop"), { recursive: true });
  return root;
}

describe("findPack", () => {
  const root = project();
  it.each([
    [
      "a package with rules in a folder, which exports nothing",
      "@acme/pack",
      "node_modules/@acme/pack/rules",
    ],
    ["a package that is the pack", "plain-pack", "node_modules/plain-pack"],
    ["a path", "../shop", "services/shop"],
  ])("finds %s from a folder below", (_, name, found) => {
    expect(findPack(name, join(root, "services/shop"))).toBe(join(root, found));
  });

  it.each(["no-such-pack", "empty", "./plain-pack", "../../node_modules/none", "@acme", ".hidden", "", " "])(
    "finds nothing under %s",
    (name) => {
      expect(findPack(name, join(root, "services/shop"))).toBeNull();
    },
  );
});
