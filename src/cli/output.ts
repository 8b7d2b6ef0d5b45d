/** What is used of a stream to write to, which may be a terminal. */
export interface Output {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
  /** True once nothing more can be written. */
  readonly destroyed: boolean;
  /** @returns false where it is better to wait for `drain`, `close` or `error` before more is written */
  write(text: string | Uint8Array): boolean;
  write(text: string, encoding: "utf8" | "latin1"): boolean;
  once(event: string, listener: () => void): unknown;
  off(event: string, listener: () => void): unknown;
}
