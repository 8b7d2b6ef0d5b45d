/** Only the prompts in use: another one in the package brings half a megabyte of character tables. */
export { input } from "@inquirer/prompts";
export { list } from "./list-prompt.js";
