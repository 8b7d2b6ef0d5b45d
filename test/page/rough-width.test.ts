import stringWidth from "fast-string-width";
import { expect, it } from "vitest";
import roughWidth from "../../src/page/rough-width.js";

it.each([
  "",
  "Cart id in each request",
  "naïve — “quoted”",
  "购物车",
  "注文のAPI",
  "주문 서비스",
  "😀 checkout",
])("takes %j to be as wide as a terminal does", (text) => {
  expect(roughWidth(text)).toBe(stringWidth(text));
});

it.each(["👩‍👩‍👧", "ا\u064b", "e\u0301"])("never takes %j to be narrower", (text) => {
  expect(roughWidth(text)).toBeGreaterThanOrEqual(stringWidth(text));
});
