import type { Interruption } from "./interruption.js";
import { Cancelled } from "./prompter.js";

/** A key as Node's readline reports it. */
export interface Key {
  readonly name?: string;
  readonly ctrl?: boolean;
  readonly meta?: boolean;
}

/** The part of an input stream that reports keys. */
export interface KeySource {
  on(event: "keypress", listener: (text: unknown, key: Key | undefined) => void): unknown;
  removeListener(event: "keypress", listener: (text: unknown, key: Key | undefined) => void): unknown;
}

/** Where prompts read keys, and what Ctrl-C and Ctrl-D do. */
export interface Keyboard {
  readonly input: KeySource;
  readonly interruption: Pick<Interruption, "signal" | "interrupt">;
}

/**
 * Asks while listening for keys that end the prompt early. `early` returns the answer for a key, or null for keys that
 * are the prompt's own. Listens from before the prompt does, so that a key that ends it never reaches it, and until
 * after it, so that a Ctrl-C that comes together with the key before it is not lost.
 * @param isEmpty whether nothing has been typed
 * @throws Cancelled if there was a Ctrl-C or Ctrl-D.
 */
export async function withKeys<Answer, Early>(
  { input: source, interruption }: Keyboard,
  early: (key: Key) => Early | null,
  ask: (signal: AbortSignal) => Promise<Answer>,
  isEmpty: () => boolean = () => true,
): Promise<Answer | Early> {
  const controller = new AbortController();
  const { signal } = interruption;
  let left: { readonly value: Early } | null = null;
  const listener = (_text: unknown, key: Key | undefined): void => {
    // On Ctrl-D, readline closes without a word to the prompt, which would wait for ever; in a text, it deletes.
    if (key?.ctrl && (key.name === "c" || (key.name === "d" && isEmpty()))) interruption.interrupt();
    const value = key === undefined || left !== null ? null : early(key);
    if (value === null) return;
    left = { value };
    controller.abort();
  };
  source.on("keypress", listener);
  try {
    return await ask(AbortSignal.any([controller.signal, signal]));
  } catch (error) {
    if (signal.aborted) throw new Cancelled();
    const gone = left as { readonly value: Early } | null;
    if (gone !== null && error instanceof Error && error.name === "AbortPromptError") return gone.value;
    throw error;
  } finally {
    source.removeListener("keypress", listener);
  }
}
