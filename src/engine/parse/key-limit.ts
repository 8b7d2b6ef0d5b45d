/** How long a key may be, in UTF-16 units: YAML's own limit for keys without a question mark, here for every key. */
export const keyLimit = 1024;
