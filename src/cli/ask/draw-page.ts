import { PageOutput } from "./page-output.js";
import { type Keyboard, type KeySource, withKeys } from "./with-keys.js";

/** Where pages are drawn, and the keys that answer them. */
export interface PageStreams extends Keyboard {
  readonly input: NodeJS.ReadableStream & KeySource;
  readonly output: NodeJS.WritableStream & { readonly columns?: number | undefined };
}

/** How Inquirer is called. */
export interface PromptContext {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly signal: AbortSignal;
  readonly clearPromptOnDone: true;
}

const showCursor = "\u001b[?25h";
const ends = ["SIGTERM", "SIGHUP"] as const;

/** Asks with Inquirer, as `withKeys` does, and draws the page again whenever the window changes its size. */
export async function drawPage<Answer>(
  streams: PageStreams,
  ask: (context: PromptContext) => Promise<Answer>,
): Promise<Answer> {
  for (;;) {
    const drawn = await drawOnce(streams, ask);
    if (drawn !== null) return drawn.answer;
  }
}

/** Null if the window has changed its size: the page is gone. */
function drawOnce<Answer>(
  streams: PageStreams,
  ask: (context: PromptContext) => Promise<Answer>,
): Promise<{ readonly answer: Answer } | null> {
  const noKey = () => null;
  return withKeys(streams, noKey, async (signal) => {
    const output = new PageOutput(streams.output);
    const resize = new AbortController();
    const onResize = (): void => {
      output.remove();
      resize.abort();
    };
    streams.output.once("resize", onResize);
    // A page hides the cursor, and a terminal that is killed in the middle of one would keep it so.
    const onEnd = (end: NodeJS.Signals): void => {
      output.write(showCursor);
      for (const each of ends) process.off(each, onEnd);
      process.kill(process.pid, end);
    };
    for (const each of ends) process.on(each, onEnd);
    try {
      const signals = AbortSignal.any([signal, resize.signal]);
      return {
        answer: await ask({ input: streams.input, output, signal: signals, clearPromptOnDone: true }),
      };
    } catch (error) {
      if (resize.signal.aborted && !signal.aborted) return null;
      throw error;
    } finally {
      streams.output.off("resize", onResize);
      for (const each of ends) process.off(each, onEnd);
    }
  });
}
