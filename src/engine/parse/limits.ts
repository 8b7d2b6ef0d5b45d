/** How deep mappings and lists may nest. */
export const depthLimit = 64;

/** How long a key may be, in UTF-16 units: YAML's own limit for keys without a question mark, here for every key. */
export const keyLimit = 1024;

/** How many lexemes a text may have: one written by hand has a few thousand, and each takes hundreds of bytes. */
export const lexemeLimit = 800_000;

/** How many documents a text may have. */
export const documentLimit = 1000;

/** How many aliases a document may have in all. */
export const totalAliasLimit = 1000;

/** How often the alias of one anchor may be expanded in a document, including aliases within it. */
export const aliasLimit = 100;

/** How many values a document with aliases may have once they are expanded. */
export const expandedLimit = 100_000;
