import { asEscaped, type Escaped } from "../../diagnostics/plain-text.js";
import { shownText } from "../inline.js";

/** A piece of HTML. Only this file makes one, so that no foreign text gets in unescaped. */
export interface Html {
  readonly kind: "html";
  readonly text: string;
}

export type HtmlValue = string | number | null | Html | readonly HtmlValue[];

/** A whole document; pure ASCII (by character references, so nothing is lost) without `unicode`. */
export function page({ text }: Html, { unicode }: { readonly unicode: boolean }): Escaped {
  const reference = (character: string): string => `&#x${character.codePointAt(0)?.toString(16)};`;
  return asEscaped(unicode ? text : text.replace(/[^\n -~]/gu, reference));
}

const markup = (text: string): Html => ({ kind: "html", text });

/**
 * Template tag: the literal parts are HTML; strings and numbers put into it are text and are escaped, for element
 * content and for attributes in double quotes; lists are put in one after another, null as nothing.
 */
export function html(literals: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return markup(String.raw({ raw: literals }, ...values.map(drawn)));
}

function drawn(value: HtmlValue): string {
  if (value === null) return "";
  if (typeof value === "string" || typeof value === "number") return escapeHtml(String(value));
  return "kind" in value ? value.text : value.map(drawn).join("");
}

/** A text as HTML: control characters made visible, code points that HTML forbids replaced, and all markup escaped. */
export function escapeHtml(text: string): string {
  const shown = shownText(text).replace(/\p{Noncharacter_Code_Point}/gu, "\ufffd");
  return shown
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/**
 * A script, or data for one; it is not escaped, as nothing is between these tags.
 * @throws RangeError if the text would end the element, or change how its end is found
 */
export function script(text: string, attributes: Html | null = null): Html {
  if (/<\/script|<!--/i.test(text)) throw new RangeError("this cannot stand in a script element");
  return html`<script${attributes}>${markup(text)}</script>`;
}

/** Text whose `code` between backticks becomes code. */
export function prose(text: string): Html {
  const parts = text.split(/(`[^`]+`)/);
  return html`${parts.map((part, at) => (at % 2 === 1 ? html`<code>${part.slice(1, -1)}</code>` : part))}`;
}

export function joined(parts: readonly HtmlValue[], separator: string): Html {
  return html`${parts.map((part, at) => (at === 0 ? part : [separator, part]))}`;
}

/** The id of a source's entry in the list at the end. */
export const sourceAnchor = (id: string): string =>
  `source-${encodeURIComponent(id.replace(/\p{Surrogate}/gu, "\ufffd"))}`;
