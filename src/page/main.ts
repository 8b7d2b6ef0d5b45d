import { startPage } from "./page.js";
import type { Request } from "./protocol.js";
import { work } from "./worker.js";

// One script for both, so that the worker can be started from the page's own text: the page is a single file.
if (typeof document === "undefined")
  work({
    postMessage: (reply) => self.postMessage(reply),
    addEventListener: (type, listener) =>
      addEventListener(type, ({ data }: MessageEvent<Request>) => listener({ data })),
  });
else startPage();
