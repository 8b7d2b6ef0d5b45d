/** The deepest nesting of mappings and lists. */
export const depthLimit = 64;

/** The longest key, in UTF-16 units: YAML's own limit for keys without a question mark, here for every key. */
export const keyLimit = 1024;

/** The most lexemes in a text: one written by hand has a few thousand, and each takes hundreds of bytes. */
export const lexemeLimit = 800_000;

/** The most documents in a text. */
export const documentLimit = 1000;

/** The most aliases in a document. */
export const totalAliasLimit = 1000;

/** The most expansions of one anchor in a document, including aliases within it. */
export const aliasLimit = 100;

/** The most values in a document once its aliases are expanded. */
export const expandedLimit = 100_000;
