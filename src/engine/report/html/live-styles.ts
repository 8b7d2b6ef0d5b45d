import { html } from "./writer.js";

/** What a page that answers back needs besides the style sheet of the report: form, panel and bar. ASCII only. */
export const liveStyleElement = html`<style>
button, input, select, textarea { font: inherit; color: inherit; }
button, select, .name input, textarea {
  background: var(--page); border: 1px solid var(--muted); border-radius: 5px; padding: 0.25rem 0.7rem;
}
button { cursor: pointer; }
button:hover { background: var(--panel); }
:is(button, input, select, textarea):focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
:is(h2, h3, section, details, li):focus { outline: 0; }
input[type="radio"], input[type="checkbox"] { accent-color: var(--link); margin: 0.2rem 0 0; flex: none; }
.toolbar { border: 0; font-size: 0.9rem; margin-top: 0.8rem; }
.toolbar > div { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; margin: 0; }
.name input { width: 10rem; max-width: 100%; }
.hint { color: var(--muted); font-size: 0.85rem; margin: 0; flex-basis: 100%; }
.head { display: flex; flex-wrap: wrap; gap: 0.5rem; padding: 0 0 0.5rem; }
.presets { display: flex; flex-wrap: wrap; gap: 0.4rem; align-items: center; } .presets label { max-width: 100%; } .presets select { max-width: 100%; width: 100%; }
.page p:empty { position: absolute; } .page .notice { color: var(--caution); }
.page .toolbar p { margin: 0; } .page :is(.clashing, .failure) { color: var(--bad); font-weight: 600; }
.toolbar textarea { flex-basis: 100%; font: 0.85rem/1.4 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }

.answers { border: 0; font-size: 0.92rem; line-height: 1.4; }
.answers > summary { font-size: 1rem; padding: 0.7rem 0; }
.answers details > :last-child { margin-bottom: 0.4rem; }
fieldset { border: 0; margin: 0; padding: 0.7rem 0; min-width: 0; }
fieldset + fieldset { border-top: 1px solid var(--line); }
form > details > fieldset:first-of-type { padding-top: 0.2rem; }
legend { font-weight: 600; padding: 0; float: left; width: 100%; margin-bottom: 0.35rem; }
legend + * { clear: both; }
.options label, .asides label { display: flex; align-items: flex-start; gap: 0.5rem; padding: 0.14rem 0; cursor: pointer; }
.asides { display: flex; flex-wrap: wrap; gap: 0 1.2rem; }
.examples { display: block; color: var(--muted); font-size: 0.82rem; }
.chip { font-weight: 600; font-size: 0.85em; }
.chip:is(.stateless, .stateful, .hybrid, .undecided) { white-space: nowrap; }
.panel .chip:not(.stateless, .stateful, .hybrid, .undecided) { display: block; font-weight: 400; color: var(--muted); }
.help summary, .fired summary { padding: 0.15rem 0; }
.help { border: 0; color: var(--muted); font-size: 0.88rem; }
.help dt { font-weight: 600; margin-top: 0.3rem; } .help dd { margin: 0; }
.remarks p { margin: 0.25rem 0; font-size: 0.88rem; }
.remarks .clash strong { color: var(--bad); }
.remarks .telling strong { color: var(--caution); }
.remarks .note, .remarks .implied, .remarks .assumed { color: var(--muted); }
.fired { font-size: 0.88rem; margin: 0.3rem 0; border-left: 3px solid var(--line); padding-left: 0.7rem; }
.fired details { border: 0; }
.fired summary { display: grid; grid-template-columns: 1.6rem minmax(0, 1fr); list-style: none; }
.fired summary::-webkit-details-marker { display: none; }
.fired summary:hover { text-decoration: underline; text-decoration-color: var(--muted); text-underline-offset: 0.2em; }
.fired details > div { padding-left: 1.6rem; color: var(--muted); }
.sign { font-weight: 650; font-variant-numeric: tabular-nums; }

.panel { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); gap: 0 2rem; font-size: 0.92rem; line-height: 1.4; min-height: 8.5rem; }
.panel section { margin-top: 0.9rem; }
.panel h3 { font-size: 0.95rem; margin: 0 0 0.3rem; padding-top: 0.7rem; }
.panel li { padding: 0.12rem 0; }
.panel details { border: 0; } .panel summary { padding: 0.1rem 0; } .panel details summary { font-weight: 600; }
.panel .entries > li { padding: 0.1rem 0; } .panel .terms { grid-template-columns: minmax(0, 1fr); gap: 0.1rem; } .panel .terms dd { grid-column: 1; }
.panel p { margin-bottom: 0.3rem; }
.report [aria-busy="true"], [data-busy] { opacity: 0.55; transition: opacity 0.1s 0.25s; }

.failed .panel, #sources:has(> .sources:empty) { display: none; }

.now { position: sticky; top: 0; height: 0; z-index: 1; }
.now > div { background: var(--page); border-bottom: 1px solid var(--line); padding: 0.5rem 0; display: flex; gap: 0 1rem; }
.now p { margin: 0; flex: 1; min-width: 0; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.now a { flex: none; }
/* Out of sight, it is read out all the same. */
.now:not(.shown) > div { clip-path: inset(50%); }
.now:not(.shown) a { display: none; }
.now strong { text-transform: uppercase; letter-spacing: 0.03em; }

@media screen {
  /* The panel says it. */
  .live:not(.failed) .sections > section:has(> :is([id$="-change"], [id$="-ask"], [id$="-assumes"])) { display: none; }
  .live .page { padding: 1.2rem 0 1rem; }
  .live article { padding-top: 1.2rem; }
}
@media screen and (max-width: 62.49em) {
  html { scroll-padding-bottom: 5rem; }
  .live article { display: flex; flex-direction: column; }
  .now { order: 1; top: auto; bottom: 0; }
  .now > div { position: absolute; left: 0; right: 0; bottom: 0; border-width: 1px 0 0; line-height: 1.35; }
  .now p { white-space: normal; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; }
  .answers > summary, .toolbar > summary { border: 1px solid var(--muted); border-radius: 5px; padding: 0.5rem 0.8rem; }
  .answers { margin-bottom: 1.2rem; } .head { padding-top: 0.6rem; } .hint { display: none; }
  .toolbar > summary { margin-bottom: 0.6rem; }
}
@media screen and (min-width: 62.5em) {
  html { scroll-padding-top: 3.2rem; }
  .live article { scroll-margin-top: -3.2rem; }
  .live .wrap { max-width: 86rem; }
  .live .page { display: grid; grid-template: auto 1fr / repeat(12, minmax(0, 1fr)); gap: 0 1.5rem; }
  .live .page > * { grid-column: 1 / -1; }
  .live .page > :is(h1, h1 + p) { grid-column: 1 / span 5; }
  .live .page > .toolbar { grid-column: 6 / -1; grid-row: 1 / span 2; margin: 0; }
  .live .page > .overview { grid-column: 1 / span 6; }
  .live .page > .overview + nav { grid-column: 7 / -1; }
  .live h1 { font-size: 1.4rem; }
  .toolbar > summary { display: none; } .toolbar > div { justify-content: end; }
  .live .overview { max-width: none; }
  .live article { display: grid; grid-template-columns: 24rem minmax(0, 1fr); gap: 0 2.5rem; align-items: start; }
  .live article > .now, .live article > .report { grid-column: 2; grid-row: 1; }
  .live article > .report { max-width: 56rem; }
  .answers { position: sticky; top: 0; max-height: 100vh; overflow-y: auto; scroll-padding: 3.5rem 0 2rem; padding: 0 1rem 1rem 2px; border-right: 1px solid var(--line); scrollbar-width: thin; }
  .answers > summary { list-style: none; cursor: default; position: sticky; top: 0; background: var(--page); z-index: 1; }
  .answers > summary::-webkit-details-marker { display: none; }
}
@media (prefers-reduced-motion: reduce) { .report [aria-busy="true"], [data-busy] { transition: none; } }
@media print { .answers, .panel, .toolbar, .now, .on-screen { display: none !important; } }
</style>`;
