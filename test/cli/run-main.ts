import { join } from "node:path";
import { PassThrough } from "node:stream";
import { main } from "../../src/cli/main.js";

/** The repository. */
export const root = join(import.meta.dirname, "../..");

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly input?: string | Buffer;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly today?: string;
  /** Whether standard output and standard error are terminals. */
  readonly tty?: boolean;
}

/** Runs one command line in this process, without a terminal to read from; standard input is empty unless given. */
export async function runMain(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const stdin = new PassThrough();
  const stdout = collector();
  const stderr = collector();
  stdin.end(options.input ?? "");
  const code = await main(args, {
    stdin,
    stdout: Object.assign(stdout.stream, options.tty ? { isTTY: true } : {}),
    stderr: Object.assign(stderr.stream, options.tty ? { isTTY: true } : {}),
    env: options.env ?? {},
    cwd: options.cwd ?? root,
    today: () => options.today ?? "2026-01-15",
  });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

export function collector(): { readonly stream: PassThrough; readonly text: () => string } {
  const stream = new PassThrough();
  let text = "";
  stream.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
  });
  return {
    stream,
    text: () => {
      for (let rest = stream.read(); rest !== null; rest = stream.read()) text += String(rest);
      return text;
    },
  };
}
