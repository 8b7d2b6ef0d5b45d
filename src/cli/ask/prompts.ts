/** The prompts in use: the package has others, one of which comes with half a megabyte of character tables. */
export { checkbox, input, Separator, select } from "@inquirer/prompts";
