import { asciiJson } from "../../diagnostics/plain-text.js";
import type { LivePage } from "../report-style.js";
import { type Html, html, script } from "./writer.js";

/** The content security policy of a page: nothing from elsewhere, and no script but its own, which may be a worker too. */
export const policy = (live: LivePage | undefined): Html =>
  html`default-src 'none'; style-src 'unsafe-inline'${
    live === undefined ? null : html`; script-src '${live.digest}'; worker-src blob:`
  }; base-uri 'none'; form-action 'none'`;

/** The data and the script, for the end of the page's body. */
export const liveParts = (live: LivePage): Html =>
  html`${script(asciiJson(JSON.stringify(live.data)).replaceAll("<", "\\u003c"), html` type="application/json" id="page-data"`)}
${script(live.script)}
`;
