import { stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { failed, type Outcome } from "../engine/diagnostics/problem.js";
import { claim, type Draft } from "./draft.js";
import { unwritable } from "./file-problems.js";
import { withTemporaryFiles } from "./temporary-files.js";

/** How often a claim is renewed, in milliseconds: well before others take its process for gone. */
const renewal = 1000;

/**
 * Does something in a folder while no other process that asks for the same is doing so: what is read there then still
 * holds when it is written. Others wait for up to 30 seconds. In a folder that takes no new file, nobody waits.
 * @param name the folder's name in messages
 * @returns what the work does, or why the folder cannot be held
 */
export function withFolder<Value>(
  path: string,
  name: string,
  work: () => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  return withTemporaryFiles(async () => {
    const claimed = await claimOf(path, name);
    if (claimed.kind === "failed") return claimed;
    const draft = claimed.value;
    const renewing = setInterval(() => void renew(draft), renewal);
    try {
      return await work();
    } finally {
      clearInterval(renewing);
      await draft?.discard();
    }
  });
}

async function claimOf(path: string, name: string): Promise<Outcome<Draft | null>> {
  try {
    const status = await stat(path, { bigint: true });
    return await claim({ kind: "file", path: join(path, ".numbers"), status }, name);
  } catch (error) {
    return failed([unwritable(name, error)]);
  }
}

async function renew(draft: Draft | null): Promise<void> {
  const now = new Date();
  if (draft !== null) await utimes(draft.path, now, now).catch(() => {});
}
