import { rmSync } from "node:fs";
import { rm } from "node:fs/promises";

/** The files that must not outlive this process. */
const temporary = new Set<string>();
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
let writers = 0;

/** Notes a file before it is created, so that no moment is missed. */
export function addTemporary(path: string): void {
  temporary.add(path);
}

/** Says that a file has been renamed, or is to be kept. */
export function keepTemporary(path: string): void {
  temporary.delete(path);
}

/** Removes a temporary file, if it is still there. A failure to do so is no failure of what was written. */
export async function removeTemporary(path: string): Promise<void> {
  await rm(path, { force: true }).catch(() => {});
  temporary.delete(path);
}

/** Does something with temporary files; until it is done, a signal or the end of the process removes them first. */
export async function withTemporaryFiles<Value>(work: () => Promise<Value>): Promise<Value> {
  writers += 1;
  if (writers === 1) listen();
  try {
    return await work();
  } finally {
    // A signal that has come but was not yet delivered would be lost with its listener: two turns of the loop deliver it.
    await turn();
    await turn();
    writers -= 1;
    if (writers === 0) unlisten();
  }
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function listen(): void {
  for (const signal of signals) process.on(signal, stop);
  process.on("exit", removeAll);
}

function unlisten(): void {
  for (const signal of signals) process.off(signal, stop);
  process.off("exit", removeAll);
}

/** Ends the process as the signal would have, unless somebody else listens and decides about it. */
function stop(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) > 1) return;
  removeAll();
  unlisten();
  process.kill(process.pid, signal);
}

function removeAll(): void {
  for (const path of temporary) rmSync(path, { force: true });
  temporary.clear();
}
