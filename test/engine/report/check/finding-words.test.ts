import { expect, it } from "vitest";
import { findingSentence } from "../../../../src/engine/report/check/finding-words.js";
import { decided, surface } from "./sample-check.js";

it.each([
  [null, null, "."],
  ["us", null, ", owned by us."],
  [null, "It holds", ". Reason given: It holds."],
  ["us", "It\n holds. ", ", owned by us. Reason given: It holds."],
  [null, "It. Holds", ". Reason given: It. Holds."],
  [null, "It holds!", ". Reason given: It holds!"],
  [null, " ", "."],
])("a deviation that %j answers for, because of %j, says so in whole sentences", (by, because, said) => {
  const checked = surface("shop", [], { decision: { ...decided, by, because } });
  const finding = { kind: "deviation-accepted", until: "2027-06-30", daysLeft: 1, against: [] } as const;
  expect(findingSentence(finding, checked)).toBe(
    `Decided stateful, recommended hybrid; accepted until 2027-06-30 (1 day left)${said}`,
  );
});
