/**
 * A text as one word of a command to copy into a shell: as it is if it means nothing to a shell, in single quotes
 * otherwise. A file whose name begins with a dash is named by its path, so that it is not taken for options.
 */
export function shellWord(text: string): string {
  const word = /^-./.test(text) ? `./${text}` : text;
  return /^[\p{L}\p{M}\p{N}_@%+:,./-]+$/u.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
