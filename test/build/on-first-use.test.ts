import { expect, it } from "vitest";
import { functionsOf } from "../../scripts/build/on-first-use.mjs";

it("finds the functions that a module exports, types aside", () => {
  const source = [
    'import { other } from "./other.js";',
    "export type Name = string;",
    "export interface Named { readonly name: Name }",
    "export function first(): void {}",
    "function own(): void {}",
    "export async function second<Item>(item: Item): Promise<void> {}",
  ].join("\n");
  expect(functionsOf("a.ts", source)).toEqual(["first", "second"]);
});

it("refuses what has to be there before it is called", () => {
  for (const line of [
    "export const limit = 1;",
    "export class Kept {}",
    "export default 1;",
    'export * from "./b.js";',
    "export function* each() {}",
  ])
    expect(() => functionsOf("a.ts", line)).toThrow(`a.ts exports more than functions: ${line}`);
});
