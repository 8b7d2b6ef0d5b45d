import { asEscaped, type Escaped, joinedLines, printable } from "../../diagnostics/plain-text.js";

/** An element; `content` is text or elements, null for none. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly content: string | readonly Element[] | null;
}

/**
 * A document of XML 1.0, one element per line; pure ASCII (by character references, so nothing is lost) without
 * `unicode`.
 */
export function xmlDocument(root: Element, { unicode }: { readonly unicode: boolean }): Escaped {
  const text = joinedLines(
    ['<?xml version="1.0" encoding="UTF-8"?>', ...elementLines(root, "")].map(asEscaped),
  );
  return unicode
    ? text
    : asEscaped(text.replace(/\P{ASCII}/gu, (character) => `&#${character.codePointAt(0)};`));
}

function elementLines({ name, attributes, content }: Element, indent: string): readonly string[] {
  const start = Object.entries(attributes).reduce(
    (tag, [key, value]) => `${tag} ${key}="${attributeText(String(value))}"`,
    `${indent}<${name}`,
  );
  if (content === null) return [`${start}/>`];
  if (typeof content === "string") return [`${start}>${escapeXml(content)}</${name}>`];
  return [
    `${start}>`,
    ...content.flatMap((element) => elementLines(element, `${indent}  `)),
    `${indent}</${name}>`,
  ];
}

/** Text as content: markup escaped (`]]>` too), characters that XML forbids made visible. */
function escapeXml(text: string): string {
  return printable(text, true)
    .replace(/\p{Surrogate}|[\ufffe\uffff]/gu, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

const attributeText = (text: string): string =>
  escapeXml(text).replaceAll('"', "&quot;").replaceAll("\n", "&#10;");
