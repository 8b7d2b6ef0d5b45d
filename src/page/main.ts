import { startPage } from "./page.js";
import { work } from "./worker.js";

// One script for both, so that the worker can be started from the page's own text: the page is a single file.
if (typeof document === "undefined") work(self as unknown as Worker);
else startPage();
