import type { Recommendation } from "../../model/recommendation.js";
import type { Block, Content, Item, Phrase, Section, Trace } from "../document/blocks.js";
import type { Inline } from "../inline.js";
import { citationLabel, sourcesOf } from "../sources.js";
import { capital } from "../wording/phrases.js";
import { figure } from "./figures.js";
import { type Html, html, joined, prose, sourceAnchor } from "./writer.js";

/** A section under a heading, which its anchor leads to. */
export const drawSection = ({ title, note, aside, blocks }: Section, anchor: string): Html =>
  html`<section>
<h3 id="${anchor}">${title}</h3>
${notes(note, aside)}${drawBlocks(blocks)}</section>
`;

/** The same, folded away. */
export const foldedSection = ({ title, note, aside, blocks }: Section, anchor: string): Html =>
  html`<details id="${anchor}"><summary><h4>${title}</h4></summary>
${notes(note, aside)}${drawBlocks(blocks)}</details>
`;

function notes(...parts: readonly string[]): Html | null {
  const said = parts.filter((part) => part !== "").join("; ");
  return said === ""
    ? null
    : html`<p class="muted">${said}</p>
`;
}

export const drawBlocks = (blocks: readonly Block[]): Html => html`${blocks.map(drawBlock)}`;

function drawBlock(block: Block): Html {
  switch (block.kind) {
    case "paragraph":
      return html`${sentence(block.content)}${traceOf(block.trace)}`;
    case "list":
      return html`<ul class="entries">${block.items.map(
        (item) => html`<li>${markOf(item.mark)}<div>${body(item)}</div></li>
`,
      )}</ul>
`;
    case "terms":
      return html`<dl class="terms">${block.items.map(
        (item) =>
          html`${item.mark === null ? null : html`<dt>${phraseOf(item.mark)}</dt>`}<dd>${body(item)}</dd>
`,
      )}</dl>
`;
    case "table":
      return tableOf(block);
    case "figure":
      return figure(block.figure);
    default:
      return block satisfies never;
  }
}

/** A table whose cells may be links. */
export function tableOf(
  { head, rows }: Extract<Block, { readonly kind: "table" }>,
  nameOf = (name: Html, _row: number): Html => name,
): Html {
  return html`<table class="overview">
<thead><tr>${head.map((title) => html`<th scope="col">${capital(title)}</th>`)}</tr></thead>
<tbody>
${rows.map(
  ([name = "", ...cells], at) =>
    html`<tr><th scope="row">${nameOf(phraseOf(name), at)}</th>${cells.map((cell) => html`<td>${phraseOf(cell)}</td>`)}</tr>
`,
)}</tbody>
</table>
`;
}

const body = ({ content, trace, below }: Item): Html =>
  html`${sentence(content)}${drawBlocks(below)}${traceOf(trace)}`;

const markOf = (mark: Inline | null): Html =>
  html`<span class="mark">${mark === null ? null : phraseOf(mark)}</span>`;

const sentence = ({ words }: Content): Html | null =>
  words.length === 0 ? null : html`<p>${words.map(phraseOf)}</p>`;

/** A stretch of text outside of any block. */
export const drawInline = (inline: Inline): Html => phraseOf(inline);

function phraseOf(phrase: Phrase): Html {
  if (typeof phrase === "string") return html`${phrase}`;
  if ("role" in phrase) return inRole(phrase);
  switch (phrase.kind) {
    case "prose":
      return prose(phrase.text);
    case "code":
      return html`<code>${phrase.text}</code>`;
    case "id":
      return html` <span class="muted">(<code>${phrase.id}</code>${phrase.remarks.map((remark) => `, ${remark}`)})</span>`;
    case "link":
      return webLink(phrase.text, phrase.url);
    default:
      return phrase satisfies never;
  }
}

/** What is dim is muted; all else is strong, in its colour if it has one. */
function inRole({ role, text }: Exclude<Inline, string>): Html {
  if (role === "dim") return html`<span class="muted">${text}</span>`;
  if (role === "bold" || role === "heading") return html`<strong>${text}</strong>`;
  return html`<strong class="${role}">${text}</strong>`;
}

/** A title, linked if it has an address on the web. */
function webLink(title: string, url: string | null): Html {
  const web = url !== null && /^https?:\/\/[^\s/]/i.test(url);
  return web ? html`<a href="${url}" rel="noreferrer">${title}</a>` : html`${title}`;
}

/** The id and the sources of an entry, in small print. */
function traceOf(trace: Trace | null): Html | null {
  if (trace === null) return null;
  const { id, remark, sources } = trace;
  const cited = sources.map(
    (source) => html`<a href="#${sourceAnchor(source.id)}">${citationLabel(source)}</a>`,
  );
  return html`<p class="trace"><code>${id}</code>${remark === "" ? null : `, ${remark}`}${cited.length === 0 ? null : [" · ", joined(cited, ", ")]}</p>`;
}

/** Everything that the surfaces cite, linked if it has an address on the web. */
export const sourceItems = (surfaces: readonly Recommendation[]): Html =>
  html`${sourcesOf(surfaces).map(
    ({ id, title, url }) =>
      html`<li id="${sourceAnchor(id)}"><code>${id}</code><span>${webLink(title, url)}</span></li>
`,
  )}`;
