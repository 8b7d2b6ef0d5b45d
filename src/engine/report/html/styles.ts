import { pictureStyles } from "../picture/picture-styles.js";
import { html } from "./writer.js";

/** The style sheet of the HTML report. ASCII only; light and dark, screen and paper. */
export const styleElement = html`<style>
:root {
  color-scheme: light dark;
  --page: #ffffff; --panel: #f6f7f9; --line: #d9dee5; --ink: #1b1f24; --muted: #545d69; --link: #1257a0;
  --stateless: #1b5fa8; --stateful: #0a6b6b; --hybrid: #5b3fa0; --undecided: #57606a;
  --good: #176639; --caution: #7d5200; --bad: #a1261c;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --page: #13161a; --panel: #1b1f25; --line: #363d47; --ink: #e4e8ed; --muted: #a7b0bc; --link: #86bdf7;
    --stateless: #7fb8f3; --stateful: #5fcfcb; --hybrid: #bba6f4; --undecided: #abb4bf;
    --good: #74cf99; --caution: #e3b66c; --bad: #f29188;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--page); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: anywhere;
}
.wrap { max-width: 62rem; margin: 0 auto; padding: 0 1.25rem; }
h1, h2, h3, h4 { line-height: 1.25; margin: 0; font-weight: 650; text-wrap: balance; }
h1 { font-size: 1.6rem; letter-spacing: -0.01em; }
h2 { font-size: 1.45rem; letter-spacing: -0.01em; }
h3 { font-size: 1.1rem; margin: 0 0 0.9rem; padding-top: 1.4rem; border-top: 1px solid var(--line); }
h4 { font-size: 1rem; display: inline; }
summary h2 { font-size: 1.1rem; display: inline; }
p { margin: 0 0 0.6rem; }
ul, ol { margin: 0; padding: 0; list-style: none; }
a { color: var(--link); text-underline-offset: 0.15em; }
code { font: 0.88em/1.4 ui-monospace, SFMono-Regular, Menlo, Consolas, "Noto Sans Mono", monospace; }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 0.5rem; background: var(--page); padding: 0.4rem 0.7rem; }
.muted, .trace, .eyebrow { color: var(--muted); }
.eyebrow { font-size: 0.85rem; margin: 0 0 0.2rem; }
.trace { font-size: 0.8rem; line-height: 1.45; margin: 0.15rem 0 0; }
.trace a { color: inherit; }
.stateless { color: var(--stateless); } .stateful { color: var(--stateful); }
.hybrid { color: var(--hybrid); } .undecided { color: var(--undecided); }
.good { color: var(--good); } .caution { color: var(--caution); } .bad { color: var(--bad); }
.page { padding: 2.2rem 0 1.6rem; border-bottom: 1px solid var(--line); }
.page p { margin: 0.35rem 0 0; color: var(--muted); }
nav { margin-top: 1.1rem; font-size: 0.9rem; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.1rem 1.1rem; }
article { padding: 2.4rem 0 0.6rem; }
article + article { border-top: 3px solid var(--line); margin-top: 2rem; }
section { margin-top: 1.8rem; }
.sections > h3 { margin-top: 1.8rem; }
footer { margin-top: 2.5rem; padding: 1.2rem 0 2.5rem; border-top: 1px solid var(--line); color: var(--muted); font-size: 0.85rem; }

table { width: 100%; border-collapse: collapse; font-size: 0.92rem; }
th { text-align: left; font-size: 0.8rem; font-weight: 600; color: var(--muted); }
th, td { padding: 0.4rem 0.9rem 0.4rem 0; vertical-align: top; border-bottom: 1px solid var(--line); }
tbody th { font-size: inherit; color: inherit; }
td:last-child, th:last-child { padding-right: 0; }
tr:last-child > * { border-bottom: 0; }
.overview { margin-top: 1.1rem; max-width: 40rem; }
.overview thead th, .overview td:nth-child(2), .overview td:nth-child(3) { white-space: nowrap; }

.verdict { display: flex; flex-wrap: wrap; align-items: center; gap: 0.4rem 1.4rem; margin: 0.9rem 0 0.7rem; }
.verdict p { margin: 0; display: flex; align-items: center; gap: 0.55rem; }
.verdict-word { font-size: 2.1rem; font-weight: 700; letter-spacing: -0.02em; line-height: 1.1; }
.verdict-word svg { width: 1.7rem; height: 1.7rem; flex: none; }
.grade { color: var(--muted); }
.grade svg { width: 3.3rem; height: 0.75rem; }
.meaning { font-size: 1.12rem; line-height: 1.5; max-width: 46rem; }
.callout { border-left: 3px solid var(--line); padding: 0.1rem 0 0.1rem 0.9rem; margin: 1rem 0; }
.callout section { margin-top: 0; }
.callout h3 { border-top: 0; padding-top: 0; margin-bottom: 0.3rem; }
.clash { border-color: var(--bad); }

.entries > li { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0 0.6rem; padding: 0.3rem 0; }
.mark { min-width: 1ch; font-variant-numeric: tabular-nums; }
.mark:empty::before { content: "\\2022"; }
.entries p, .terms p { margin-bottom: 0.2rem; }
.terms { display: grid; grid-template-columns: minmax(6.5rem, auto) minmax(50%, 1fr); gap: 0.5rem 1.1rem; margin: 0 0 0.6rem; }
.terms dt { grid-column: 1; }
.terms dd { grid-column: 2; margin: 0; }
details { border-bottom: 1px solid var(--line); }
summary { cursor: pointer; padding: 0.55rem 0; }
details > :last-child { margin-bottom: 1.1rem; }

svg text { font: 12px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; fill: var(--muted); }
svg .strong { font-weight: 650; fill: var(--ink); font-size: 13px; }
.fill-stateless { fill: var(--stateless); } .fill-stateful { fill: var(--stateful); } .fill-hybrid { fill: var(--hybrid); }
.stroke-ink { stroke: var(--ink); }
.balance { display: flex; align-items: center; gap: 0.6rem; max-width: 32rem; font-size: 0.85rem; color: var(--muted); }
.bar { flex: 1; min-width: 6rem; height: 26px; overflow: visible; }
.sources li { padding: 0.25rem 0; font-size: 0.9rem; display: grid; grid-template-columns: minmax(9rem, 14rem) 1fr; gap: 0 1rem; }
.sources li:target { background: var(--panel); }

@media (max-width: 40rem) {
  .page { padding-top: 1.4rem; }
  .verdict-word { font-size: 1.7rem; }
  .overview thead, .overview + nav { display: none; }
  .overview, .overview tbody, .overview tr, .overview th, .overview td:last-child { display: block; }
  .overview tr { padding: 0.5rem 0; border-bottom: 1px solid var(--line); }
  .overview tr:last-child { border-bottom: 0; }
  .overview th, .overview td { border: 0; padding: 0.05rem 0.8rem 0.05rem 0; }
  .overview td { display: inline-block; }
  .overview td:last-child::before { content: "kept: "; color: var(--muted); }
  .terms { grid-template-columns: minmax(0, 1fr); gap: 0.1rem; }
  .terms dd { grid-column: 1; margin-bottom: 0.7rem; }
  .sources li { grid-template-columns: 1fr; }
}
@media print {
  :root { color-scheme: light; font-size: 80%; }
  body { font-size: 9pt; line-height: 1.4; }
  .wrap { max-width: none; padding: 0 8px; }
  .skip, nav { display: none; }
  article { padding-top: 1.2rem; } article + article { break-before: page; border: 0; margin: 0; }
  h2, h3, h4 { break-after: avoid; }
  .entries > li, tr, .callout { break-inside: avoid; }
  .bar { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  details:not([open]), .sections:not(:has(details[open])) > h3 { display: none; }
  .sources a::after { content: " " attr(href); color: var(--muted); }
}
${pictureStyles}</style>`;
