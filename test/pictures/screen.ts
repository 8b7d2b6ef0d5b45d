import { Writable } from "node:stream";
import xterm from "@xterm/headless";

/** A terminal without a window: a stream for a program to write to, and what then stands on its screen. */
export class Screen extends Writable {
  readonly isTTY = true;
  /** As with the standard streams, the end of what is piped into it is not its own. */
  readonly _isStdio = true;
  readonly columns: number;
  readonly rows: number;
  readonly #terminal: xterm.Terminal;

  constructor(columns: number, rows: number) {
    super();
    this.columns = columns;
    this.rows = rows;
    this.#terminal = new xterm.Terminal({ cols: columns, rows, convertEol: true, allowProposedApi: true });
  }

  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    this.#terminal.write(chunk, done);
  }

  /** Until all that was written so far stands on the screen. */
  async drawn(): Promise<void> {
    await new Promise<void>((resolve) => this.write("", () => resolve()));
  }

  /** The rows in view, top to bottom, without the empty ones below the last text. */
  lines(): readonly xterm.IBufferLine[] {
    const { active } = this.#terminal.buffer;
    const rows = Array.from({ length: this.rows }, (_, row) => active.getLine(active.viewportY + row));
    const last = rows.findLastIndex((line) => line?.translateToString(true));
    return rows.slice(0, last + 1).filter((line) => line !== undefined);
  }

  text(): string {
    return this.lines()
      .map((line) => line.translateToString(true))
      .join("\n");
  }
}
