import * as fs from "node:fs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { standardOutput } from "../../src/cli/standard-output.js";

vi.mock("node:fs", async (original) => ({
  ...(await original<typeof fs>()),
  fstatSync: vi.fn(),
  writeSync: vi.fn(),
}));

const statistics = vi.mocked(fs.fstatSync);
const write = vi.mocked(fs.writeSync as (descriptor: number, bytes: Uint8Array, offset: number) => number);

/** What standard output is, for the tests: by what a file's statistics say it is. */
function isKind(kind: "isFile" | "isFIFO" | "isSocket" | "isCharacterDevice"): void {
  const no = (): boolean => false;
  const kinds = { isFile: no, isFIFO: no, isSocket: no, isCharacterDevice: no, [kind]: () => true };
  statistics.mockReturnValue(kinds as unknown as fs.Stats);
}

const failure = (code: string): Error => Object.assign(new Error(code), { code });

describe("standard output", () => {
  const streamed: string[] = [];

  beforeEach(() => {
    streamed.length = 0;
    vi.spyOn(process.stdout, "write").mockImplementation((chunk) => {
      streamed.push(Buffer.from(chunk as Uint8Array).toString());
      return false;
    });
  });

  afterEach(() => {
    vi.restoreAllMocks();
    process.stdout.removeAllListeners("error");
  });

  it.skipIf(process.platform === "win32").each(["isFile", "isFIFO", "isSocket"] as const)(
    "is written until all is out where %s",
    (kind) => {
      isKind(kind);
      const written: string[] = [];
      write.mockImplementation((_, bytes, offset) => {
        const part = bytes.subarray(offset, offset + 4);
        written.push(Buffer.from(part).toString());
        return part.length;
      });
      const output = standardOutput(() => {
        throw new Error("nothing went wrong");
      });
      expect(output.write("0123456789")).toBe(true);
      expect(written).toEqual(["0123", "4567", "89"]);
      expect(output.isTTY).toBeUndefined();
      expect(streamed).toEqual([]);
    },
  );

  it("leaves the rest, and all that follows, to Node's stream where the reader is slow and nothing waits", () => {
    isKind("isFIFO");
    write.mockImplementationOnce(() => 3);
    write.mockImplementationOnce(() => {
      throw failure("EAGAIN");
    });
    const output = standardOutput(() => undefined);
    expect(output.write("0123456789")).toBe(false);
    expect(output.write("more")).toBe(false);
    expect(streamed).toEqual(["3456789", "more"]);
  });

  it("is given up where the reader goes away while Node's stream has it", () => {
    isKind("isFIFO");
    write.mockImplementationOnce(() => {
      throw failure("EAGAIN");
    });
    const told: unknown[] = [];
    const output = standardOutput(({ code }) => told.push(code));
    output.write("a");
    expect(output.destroyed).toBe(false);
    process.stdout.emit("error", failure("EPIPE"));
    expect({ told, destroyed: output.destroyed }).toEqual({ told: [], destroyed: true });
  });

  it("is given up once it cannot be written, which is told once", () => {
    isKind("isFile");
    write.mockImplementation(() => {
      throw failure("ENOSPC");
    });
    const told: unknown[] = [];
    const output = standardOutput(({ code }) => told.push(code));
    output.write("a");
    output.write("b");
    expect({ told, destroyed: output.destroyed }).toEqual({ told: ["ENOSPC"], destroyed: true });
  });

  it("takes a reader that went away for no failure", () => {
    isKind("isSocket");
    write.mockImplementation(() => {
      throw failure("EPIPE");
    });
    const output = standardOutput(() => {
      throw new Error("told");
    });
    output.write("a");
    expect(output.destroyed).toBe(true);
  });

  it("is Node's stream where it may be a terminal", () => {
    isKind("isCharacterDevice");
    expect(standardOutput(() => undefined)).toBe(process.stdout);
  });
});
