import { expect, it } from "vitest";
import { serviceNameFor, usualName } from "../../../src/cli/input/usual-names.js";

it.each([
  [null, "api-advisor.yaml"],
  ["shop", "shop.api-advisor.yaml"],
])("an answers file named after %s is called %s", (name, file) => {
  expect(usualName(name)).toBe(file);
});

it.each([
  ["shop.api-advisor.yaml", "shop"],
  ["in/shop.api-advisor.yml", "shop"],
  ["shop.v2.api-advisor.yaml", "shop.v2"],
  ["shop.yaml", "shop"],
  ["api-advisor.yaml", "folder"],
  ["in/api-advisor.yml", "in"],
  ["../other/api-advisor.yaml", "other"],
  ["/of/its/own/api-advisor.yaml", "own"],
  [".api-advisor.yaml", "folder"],
  ["-", "folder"],
  ["", "folder"],
])("the service of %s is called %s", (file, service) => {
  expect(serviceNameFor(file, "/some/folder")).toBe(service);
});

it("a service in the root folder has a name, too", () => {
  expect(serviceNameFor("api-advisor.yaml", "/")).toBe("service");
});
