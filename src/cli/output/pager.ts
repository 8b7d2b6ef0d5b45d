import { spawn } from "node:child_process";
import { Writable } from "node:stream";
import stringWidth from "fast-string-width";
import type { Host, Output } from "../host.js";

/**
 * Runs with standard output held back and then prints it, as git does: through the pager if it is longer than the
 * terminal. Leaving the pager early is no failure.
 */
export async function paged(host: Host, run: (host: Host) => Promise<number>): Promise<number> {
  const pager = pagerOf(host);
  if (pager === null) return run(host);
  const held = new HeldOutput(host.stdout);
  try {
    return await run({
      // Not opened before it is read.
      get stdin() {
        return host.stdin;
      },
      stdout: held,
      stderr: host.stderr,
      env: host.env,
      cwd: host.cwd,
      today: host.today,
    });
  } finally {
    const { text } = held;
    const isShown = isLonger(text, host.stdout) && (await showIn(pager, text, host));
    if (!isShown) host.stdout.write(text);
  }
}

interface Pager {
  readonly command: string;
  /** Whether a shell is to read it, as it may have arguments. */
  readonly shell: boolean;
}

/** Null if there is to be none. */
function pagerOf({ env }: Host): Pager | null {
  const isAutomatic = !["", "0", "false"].includes(env["CI"] ?? "");
  if (isAutomatic || env["TERM"] === "dumb") return null;
  const command = env["PAGER"]?.trim();
  if (command === undefined) return { command: "less", shell: false };
  return ["", "cat"].includes(command) ? null : { command, shell: true };
}

/** Keeps what is written to a terminal. */
class HeldOutput extends Writable {
  readonly isTTY = true;
  readonly columns: number | undefined;
  readonly rows: number | undefined;
  text = "";

  constructor({ columns, rows }: Output) {
    super({ decodeStrings: false });
    this.columns = columns;
    this.rows = rows;
  }

  override _write(chunk: string | Buffer, _: string, done: () => void): void {
    this.text += String(chunk);
    done();
  }
}

/** Whether a text does not fit above the prompt; never in a terminal of unknown size. */
function isLonger(text: string, { columns, rows }: Output): boolean {
  if (!columns || !rows) return false;
  let used = 1;
  for (const line of text.split("\n").slice(0, -1))
    used += Math.max(1, Math.ceil(stringWidth(line) / columns));
  return used > rows;
}

/** How a shell ends that cannot run a command, or does not find it. */
const notStarted: readonly unknown[] = [126, 127];

/** Shows a text in a pager until that is left. @returns false if it could not be started */
function showIn({ command, shell }: Pager, text: string, { env }: Host): Promise<boolean> {
  return new Promise((resolve) => {
    // Ctrl-C is for the pager, which may only stop a search. It may be pressed as soon as there is one.
    const ignore = (): void => undefined;
    process.on("SIGINT", ignore);
    const child = spawn(command, {
      shell,
      stdio: ["pipe", "inherit", "inherit"],
      env: { ...env, LESS: env["LESS"] ?? "FRX" },
    });
    const end = (isShown: boolean): void => {
      process.off("SIGINT", ignore);
      resolve(isShown);
    };
    child.on("error", () => end(false));
    child.on("close", (code) => end(!notStarted.includes(code)));
    // The pager may exit before it has read everything.
    child.stdin.on("error", ignore);
    child.stdin.end(text);
  });
}
