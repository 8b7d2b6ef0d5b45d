import { PageOutput } from "./page-output.js";
import { type Key, type Keyboard, type KeySource, withKeys } from "./with-keys.js";

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

/** The window has changed its size: the page is gone, to be drawn again. */
export interface Resized {
  readonly kind: "resized";
}

/** Asks with Inquirer, as `withKeys` does, until there is an answer or the window changes its size. */
export function drawPage<Answer, Early>(
  streams: PageStreams,
  early: (key: Key) => Early | null,
  ask: (context: PromptContext) => Promise<Answer>,
): Promise<Answer | Early | Resized> {
  return withKeys<Answer | Resized, Early>(streams, early, async (signal) => {
    const output = new PageOutput(streams.output);
    const resize = new AbortController();
    const onResize = (): void => {
      output.remove();
      resize.abort();
    };
    streams.output.once("resize", onResize);
    try {
      const signals = AbortSignal.any([signal, resize.signal]);
      return await ask({ input: streams.input, output, signal: signals, clearPromptOnDone: true });
    } catch (error) {
      if (resize.signal.aborted && !signal.aborted) return { kind: "resized" };
      throw error;
    } finally {
      streams.output.off("resize", onResize);
    }
  });
}

/** Draws a page again until it is answered. */
export async function untilAnswered<Answer extends object>(
  draw: () => Promise<Answer | Resized>,
): Promise<Answer> {
  for (;;) {
    const answer = await draw();
    if (!("kind" in answer && answer.kind === "resized")) return answer as Answer;
  }
}
