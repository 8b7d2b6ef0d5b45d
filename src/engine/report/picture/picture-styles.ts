import { type Html, html } from "../html/writer.js";

/**
 * Rules for `pictureSvg` in the style sheet of a page that has the variables `--page`, `--panel`, `--ink`,
 * `--muted`, `--stateless`, `--hybrid` and `--stateful`. The tall picture is shown on
 * screens narrower than 40 rem.
 */
export const pictureStyles: Html = html`.picture { display: block; width: 100%; height: auto; margin: 0.4rem auto 1.2rem; }
.picture.wide { max-width: 820px; } .picture.tall { display: none; max-width: 400px; }
.picture text { font: 13px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; fill: var(--ink); }
.picture .strong { font-weight: 650; } .picture .pattern, .picture .label, .picture .empty text { fill: var(--muted); }
.picture .place > rect { fill: var(--panel); stroke: var(--muted); }
.picture .empty > rect { fill: none; stroke-dasharray: 2 5; }
.picture .chip > rect { fill: var(--page); stroke-width: 1.5; }
.picture .stateless > rect { stroke: var(--stateless); } .picture .hybrid > rect { stroke: var(--hybrid); } .picture .stateful > rect { stroke: var(--stateful); }
.picture .second-home > rect { stroke-dasharray: 5 3; }
.picture .wires path { fill: none; stroke: var(--muted); stroke-width: 1.5; }
.picture .wires .bound { stroke: var(--stateful); stroke-width: 4; } .picture .wires .free { stroke-dasharray: 5 4; }
@media screen and (max-width: 40rem) { .picture.wide { display: none; } .picture.tall { display: block; } }
@media print { .picture { break-inside: avoid; print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
@media (forced-colors: active) {
  .picture { --page: Canvas; --panel: Canvas; --ink: CanvasText; --muted: CanvasText; --stateless: CanvasText; --hybrid: CanvasText; --stateful: CanvasText; }
}
`;
