declare const brand: unique symbol;

/**
 * Output in which no foreign text can pass for markup or steer a terminal. A plain string is not one: only the writers
 * make it (layout, the `html` tag, the Markdown writer, JSON, XML, workflow commands), each by escaping what it is given.
 */
export type Escaped = string & { readonly [brand]: "escaped" };

/** For writers alone: vouches that a text has been escaped. */
export const vouched = (text: string): Escaped => text as Escaped;

/** Lines joined by line feeds, with one at the end. */
export const joinedLines = (lines: readonly Escaped[]): Escaped => vouched(`${lines.join("\n")}\n`);
