import { printable } from "../../engine/diagnostics/plain-text.js";
import { longestName } from "../../engine/model/answers.js";
import type { Prompter } from "./prompter.js";

/** What a surface is called if nobody says otherwise. */
export const usualSurface = "api";

/** Names of a service and its first surface. */
export interface Names {
  readonly service: string;
  readonly surface: string;
}

/** Asks what the service and its first surface are called; Enter takes the names that are there. */
export async function askNames(prompter: Prompter, initial: Names): Promise<Names> {
  const named = await prompter.line({
    ask: "What is the service called?",
    notes: [
      { label: "Service", text: "what you build or run. Its name heads the report and the answers file." },
    ],
    initial: initial.service,
    canGoBack: false,
    check: nameProblem,
  });
  const service = named ?? initial.service;
  const surface = await prompter.line({
    ask: `Which surface of ${printable(service)} is this about?`,
    notes: [surfaceNote("another one can be added at the end.")],
    initial: initial.surface,
    canGoBack: true,
    check: nameProblem,
  });
  return surface === null ? askNames(prompter, { ...initial, service }) : { service, surface };
}

/** Asks what another surface is called; null if there is to be none. */
export function askSurface(prompter: Prompter, taken: readonly string[]): Promise<string | null> {
  return prompter.line({
    ask: "What is the other surface called?",
    notes: [surfaceNote(`there ${taken.length === 1 ? "is" : "are"} ${printable(taken.join(", "))} so far.`)],
    initial: "",
    canGoBack: true,
    check: (name) =>
      taken.includes(name) ? `There is a surface ${printable(name)} already.` : nameProblem(name),
  });
}

const surfaceNote = (more: string) => ({
  label: "Surface",
  text: `operations with one audience and one style of communication, such as checkout or chat; ${more}`,
});

/** What is wrong with the name of a service or surface, white space at its ends aside; null if answers files take it. */
export function nameProblem(name: string): string | null {
  if (name === "") return "Type a name.";
  return [...name].length > longestName ? `A name has at most ${longestName} characters.` : null;
}
