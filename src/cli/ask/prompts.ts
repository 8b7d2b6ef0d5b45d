/** Only the prompts in use: another one in the package brings half a megabyte of character tables. */
export { checkbox, input, Separator, select } from "@inquirer/prompts";
