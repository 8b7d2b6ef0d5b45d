import { describe, expect, it } from "vitest";
import { Interruption } from "../../../src/cli/ask/interruption.js";
import { Cancelled } from "../../../src/cli/ask/prompter.js";

function listening() {
  const listeners = new Set<() => void>();
  const interruption = new Interruption((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  });
  const press = (): void => {
    for (const listener of listeners) listener();
  };
  return { interruption, listeners, press };
}

describe("Ctrl-C", () => {
  it("is heard once: the next one is left to what ends the process, but not before all have heard the first", async () => {
    const { interruption, listeners, press } = listening();
    expect(interruption.signal.aborted).toBe(false);
    press();
    expect([interruption.signal.aborted, listeners.size]).toEqual([true, 1]);
    await Promise.resolve();
    expect(listeners.size).toBe(0);
  });

  it("cancels what checks for it, also if it is delivered a turn of the event loop later", async () => {
    const { interruption, press } = listening();
    await interruption.check();
    setImmediate(press);
    await expect(interruption.check()).rejects.toThrow(Cancelled);
  });

  it("is over once it is settled, and heard no more", async () => {
    const { interruption, listeners, press } = listening();
    press();
    interruption.settle();
    await interruption.check();
    expect([interruption.signal.aborted, listeners.size]).toEqual([false, 0]);
  });
});
