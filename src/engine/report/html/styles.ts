import { html } from "./writer.js";

/** The style sheet of the HTML report. ASCII only; light and dark, screen and paper. */
export const styleElement = html`<style>
:root {
  color-scheme: light dark;
  --page: #ffffff; --panel: #f6f7f9; --line: #d9dee5; --ink: #1b1f24; --muted: #545d69; --link: #1257a0;
  --stateless: #1b5fa8; --stateful: #97490a; --hybrid: #5b3fa0; --undecided: #57606a;
  --good: #176639; --caution: #7d5200; --bad: #a1261c;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --page: #13161a; --panel: #1b1f25; --line: #363d47; --ink: #e4e8ed; --muted: #a7b0bc; --link: #86bdf7;
    --stateless: #7fb8f3; --stateful: #efa264; --hybrid: #bba6f4; --undecided: #abb4bf;
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
h4 { font-size: 0.95rem; margin: 1.4rem 0 0.5rem; }
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
.firm { color: var(--good); } .fair { color: var(--caution); } .fragile { color: var(--bad); }
.page { padding: 2.2rem 0 1.6rem; border-bottom: 1px solid var(--line); }
.page p { margin: 0.35rem 0 0; color: var(--muted); }
article { padding: 2.4rem 0 0.6rem; }
article + article { border-top: 3px solid var(--line); margin-top: 2rem; }
section { margin-top: 1.8rem; }
footer { margin-top: 2.5rem; padding: 1.2rem 0 2.5rem; border-top: 1px solid var(--line); color: var(--muted); font-size: 0.85rem; }

table { width: 100%; border-collapse: collapse; font-size: 0.92rem; }
th { text-align: left; font-size: 0.8rem; font-weight: 600; color: var(--muted); }
th, td { padding: 0.55rem 0.9rem 0.55rem 0; vertical-align: top; border-bottom: 1px solid var(--line); }
tbody th { font-size: inherit; color: inherit; }
td:last-child, th:last-child { padding-right: 0; }
.overview { margin-top: 1.1rem; max-width: 40rem; }
.overview td, .overview th { padding-top: 0.4rem; padding-bottom: 0.4rem; }
.overview thead th, .overview td:nth-child(2), .overview td:nth-child(3) { white-space: nowrap; }
td > p:last-child { margin-bottom: 0; }
.overview tr:last-child > *, .needs tr:last-child > *, .placements tr:last-child > *, .open tr:last-child > *, .reach-legend tr:last-child > * { border-bottom: 0; }
.number { font-variant-numeric: tabular-nums; white-space: nowrap; }

.verdict { display: flex; flex-wrap: wrap; align-items: center; gap: 0.4rem 1.4rem; margin: 0.9rem 0 0.7rem; }
.verdict p { margin: 0; display: flex; align-items: center; gap: 0.55rem; }
.verdict-word { font-size: 2.1rem; font-weight: 700; letter-spacing: -0.02em; line-height: 1.1; }
.verdict-word svg { width: 1.7rem; height: 1.7rem; flex: none; }
.grade { color: var(--muted); }
.grade svg { width: 3.3rem; height: 0.75rem; }
.meaning { font-size: 1.12rem; line-height: 1.5; max-width: 46rem; }
.callout { border-left: 3px solid var(--line); padding: 0.1rem 0 0.1rem 0.9rem; margin: 1rem 0; }
.callout.clash { border-color: var(--bad); }
.callout.given { border-color: var(--muted); }
.callout p:last-child { margin-bottom: 0; }

figure { margin: 0; }
svg text { font: 12px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; fill: var(--muted); }
svg .strong { font-weight: 650; fill: var(--ink); font-size: 13px; }
.fill-stateless { fill: var(--stateless); } .fill-stateful { fill: var(--stateful); }
.fill-hybrid { fill: var(--hybrid); } .fill-undecided { fill: var(--undecided); }
.stroke-ink { stroke: var(--ink); }
.stroke-page { stroke: var(--page); }
svg .on-fill { fill: var(--page); font-weight: 600; }
.turned svg { width: 0.95em; height: 0.95em; vertical-align: -0.1em; }

.legend { display: flex; flex-wrap: wrap; gap: 0.2rem 1.3rem; font-size: 0.85rem; color: var(--muted); margin: 0.5rem 0 0.4rem; }
.legend li { display: flex; align-items: center; gap: 0.45rem; }
.legend svg { width: 14px; height: 14px; flex: none; }
.chart td, .chart th { padding: 0.5rem 0.9rem 0.5rem 0; }
.chart td:last-child, .chart th:last-child { padding-right: 0; }
.chart thead .axis { width: 50%; }
.chart tbody th { font-weight: 400; }
.chart tbody th p { margin: 0; }
.axis-ends { display: flex; justify-content: space-between; }
.bar { display: block; width: 100%; height: 26px; overflow: visible; }
.ask { color: var(--muted); font-size: 0.85rem; font-weight: 400; line-height: 1.4; margin: 0.1rem 0 0; }
.tag { font-size: 0.78rem; font-weight: 400; color: var(--muted); border: 1px solid var(--line); border-radius: 3px; padding: 0 0.3rem; white-space: nowrap; }
.note { font-size: 0.9rem; border-left: 2px solid var(--line); padding-left: 0.6rem; }

.entries > li { padding: 0.65rem 0; border-bottom: 1px solid var(--line); }
.entries > li:last-child { border-bottom: 0; }
.entries p { margin-bottom: 0.2rem; }
.weighed > li { display: grid; grid-template-columns: 3.2rem 1fr; }
.weight { font-weight: 650; font-variant-numeric: tabular-nums; }
.columns { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); gap: 0 2.5rem; }
.columns > div:only-child { grid-column: 1 / -1; }
.columns h4 { margin-top: 0; }
.columns > div { min-width: 0; }

.places { display: grid; grid-template-columns: repeat(6, 1fr); gap: 0.5rem; margin-bottom: 1.2rem; }
.places > li { border: 1px dashed var(--line); border-radius: 6px; padding: 0.6rem 0.7rem; min-height: 5rem; }
.places > li.used { border: 1px solid var(--muted); background: var(--panel); }
.place-name { font-size: 0.82rem; color: var(--muted); line-height: 1.3; margin: 0 0 0.35rem; }
.places .used .place-name { color: var(--ink); font-weight: 600; }
.places li li { font-size: 0.92rem; }
.placements thead th:nth-child(1) { width: 16%; } .placements thead th:nth-child(2) { width: 15%; } .placements thead th:nth-child(3) { width: 37%; }
td > p.backed-why { margin: 0.8rem 0 0; }
.backed { margin-top: 0.6rem; color: var(--muted); }
.needs tbody th { font-weight: 600; }
.needs thead .axis { width: 40%; }
.open thead th:first-child { width: 38%; }

.reach { display: block; width: 100%; height: 34px; border-radius: 4px; }
.reach-legend { margin: 0.6rem 0 0; }
.reach-legend th, .reach-legend td { padding-top: 0.3rem; padding-bottom: 0.3rem; }
.reach-legend { max-width: 28rem; }
.reach-legend svg { width: 14px; height: 14px; vertical-align: -2px; margin-right: 0.5rem; }
.pairs { display: grid; grid-template-columns: 6rem 1fr; gap: 0.4rem 1rem; margin: 0 0 1.1rem; }
.pairs dt { font-weight: 600; } .pairs dd { margin: 0; }
.changes > li { margin-bottom: 0.9rem; }
.changes ul { list-style: disc; padding-left: 1.3rem; }
.changes ul ul { list-style: circle; }
.changes li li { margin: 0.25rem 0; }
details { margin-top: 1.2rem; }
summary { cursor: pointer; color: var(--link); }
.sources li { padding: 0.25rem 0; font-size: 0.9rem; display: grid; grid-template-columns: minmax(9rem, 14rem) 1fr; gap: 0 1rem; }
.sources li:target { background: var(--panel); }

@media (max-width: 40rem) {
  .page { padding-top: 1.4rem; }
  .verdict-word { font-size: 1.7rem; }
  .overview thead { display: none; }
  .overview, .overview tbody, .overview tr, .overview th, .overview td:last-child { display: block; }
  .overview tr { padding: 0.5rem 0; border-bottom: 1px solid var(--line); }
  .overview tr:last-child, .chart tbody tr:last-child, .placements tr:last-child, .open tr:last-child { border-bottom: 0; }
  .overview th, .overview td { border: 0; padding: 0.05rem 0.8rem 0.05rem 0; }
  .overview td { display: inline-block; }
  .overview td:last-child::before { content: "kept: "; color: var(--muted); }
  .chart, .chart tbody, .chart tr, .chart th, .chart td { display: block; }
  .chart thead { display: none; }
  .chart tbody tr { padding: 0.55rem 0; border-bottom: 1px solid var(--line); }
  .chart tbody th, .chart tbody td { border: 0; padding: 0.1rem 0; }
  .placements thead, .open thead { display: none; }
  .placements, .placements tbody, .placements tr, .placements th, .placements td,
  .open, .open tbody, .open tr, .open th, .open td { display: block; }
  .placements tr, .open tr { padding: 0.6rem 0; border-bottom: 1px solid var(--line); }
  .placements th, .placements td, .open th, .open td { border: 0; padding: 0.1rem 0; }
  .places { grid-template-columns: 1fr; gap: 0.35rem; }
  .places > li { min-height: 0; display: flex; flex-wrap: wrap; gap: 0 0.8rem; padding: 0.4rem 0.7rem; }
  .places .place-name, .places > li > p { margin: 0; align-self: center; }
  .placements td::before, .open td[data-label]::before { content: attr(data-label) ": "; color: var(--muted); }
  .places > li > ul { display: flex; flex-wrap: wrap; gap: 0 0.8rem; }
  .columns { grid-template-columns: 1fr; gap: 1.4rem; }
  .pairs { grid-template-columns: 1fr; gap: 0; } .pairs dd { margin-bottom: 0.7rem; }
  .sources li { grid-template-columns: 1fr; }
}
@media print {
  :root { color-scheme: light; }
  body { font-size: 10pt; }
  .wrap { max-width: none; padding: 0 8px; }
  .skip { display: none; }
  article { padding-top: 1.2rem; } article + article { break-before: page; border: 0; margin: 0; }
  h2, h3, h4 { break-after: avoid; }
  .entries > li, tr, .callout, .places { break-inside: avoid; }
  .bar, .reach, .legend svg, .places li { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  details::details-content { content-visibility: visible; block-size: auto; }
  .sources a::after { content: " " attr(href); color: var(--muted); }
  .columns { display: block; }
  .columns > div + div { margin-top: 1.2rem; }
}
</style>`;
