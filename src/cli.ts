/** The entry of the command line: what `bin/api-advisor.js` runs. */
export { processHost } from "./cli/host.js";
export { main } from "./cli/main.js";
