/** The command line's door: what `bin/api-advisor.js` runs. */
export { processHost } from "./cli/host.js";
export { main } from "./cli/main.js";
