import fs from "node:fs";
import promises, { type FileHandle } from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";

/** Functions of `node:fs` and `node:fs/promises` to run instead; each gets the real one. */
interface Faults {
  readonly sync?: { readonly [Name in keyof typeof fs]?: (real: never) => unknown };
  readonly async?: { readonly [Name in keyof typeof promises]?: (real: never) => unknown };
}

/** Does something while functions of the file system behave otherwise. */
export async function withFault<Value>(faults: Faults, work: () => Promise<Value>): Promise<Value> {
  const restore = [patch(fs, faults.sync ?? {}), patch(promises, faults.async ?? {})];
  syncBuiltinESMExports();
  try {
    return await work();
  } finally {
    for (const back of restore) back();
    syncBuiltinESMExports();
  }
}

function patch(module: object, faults: object): () => void {
  const real = Object.fromEntries(Object.keys(faults).map((name) => [name, Reflect.get(module, name)]));
  for (const [name, fault] of Object.entries(faults))
    Object.assign(module, { [name]: fault(Reflect.get(module, name)) });
  return () => Object.assign(module, real);
}

type Open = (...args: readonly unknown[]) => Promise<FileHandle>;

/** `open` whose files do something else in one method; only files opened for writing. */
export const handles =
  (method: "writeFile" | "sync" | "chown", instead: () => Promise<void>) =>
  (real: Open): Open =>
  async (...args) => {
    const handle = await real(...args);
    if (args[1] === "wx") Object.assign(handle, { [method]: instead });
    return handle;
  };

/** Fails as the system does. */
export function fail(code: string): never {
  throw Object.assign(new Error(code), { code });
}

/** A function that fails on its nth call and works on all others. */
export const failing =
  (code: string, nth: number) =>
  <Call extends (...args: never[]) => unknown>(real: Call) => {
    let calls = 0;
    return (...args: Parameters<Call>): unknown => {
      calls += 1;
      return calls === nth ? fail(code) : real(...args);
    };
  };
