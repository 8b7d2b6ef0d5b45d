/** Something that engineers know under other names too, such as those of technologies. */
interface WithExamples {
  readonly examples: readonly string[];
}

/** "e.g. Redis, Valkey", the best known first; empty without examples. */
export function examplesPhrase({ examples }: WithExamples): string {
  return examples.length === 0 ? "" : `e.g. ${examples.join(", ")}`;
}

/** The help of an option, with its examples as a last sentence, so that whoever knows a technology alone finds it. */
export function helpWithExamples(option: WithExamples & { readonly help: string }): string {
  const examples = examplesPhrase(option);
  return examples === "" ? option.help : `${option.help} E${examples.slice(1)}.`;
}
