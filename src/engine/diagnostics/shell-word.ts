const plain = /^[\w@%+:,./-][\w@%+:,./=-]*$/;

/** Tried second and compiled when needed: reading and compiling the letters of all scripts takes V8 1 ms. */
const plainInAnyScript = String.raw`^[\p{L}\p{M}\p{N}_@%+:,./-][\p{L}\p{M}\p{N}_@%+:,./=-]*$`;

/** A text as one word of a command to copy, not its first: as it is if no shell sees more in it, in single quotes otherwise. */
export function shellWord(text: string): string {
  return plain.test(text) || new RegExp(plainInAnyScript, "u").test(text)
    ? text
    : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** The options by which a command takes these rule packs, each after a space. */
export const rulesOptions = (rules: readonly string[]): string =>
  rules.map((name) => ` --rules ${shellFile(name)}`).join("");

/** The name of a file as such a word. One that begins with a dash is given as a path, not to be taken for options. */
export const shellFile = (name: string): string => shellWord(/^-./.test(name) ? `./${name}` : name);
