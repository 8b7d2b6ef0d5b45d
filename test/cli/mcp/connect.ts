import { PassThrough } from "node:stream";
import { Client } from "@modelcontextprotocol/client";
import { StdioServerTransport } from "@modelcontextprotocol/server/stdio";
import { serve } from "../../../src/cli/mcp/serve.js";
import type { CompiledPack } from "../../../src/engine/model/compiled-pack.js";
import { collector, root } from "../run-main.js";

/** The eras of the protocol: with a handshake, and without. */
export const eras = ["2025-11-25", "2026-07-28"] as const;
export type Era = (typeof eras)[number] | "2025-06-18";

/** What a person makes of a form: the fields that are filled in, or `decline`. */
export type FillIn = (form: Form) => Filled | Promise<Filled>;
type Filled = Readonly<Record<string, string | string[]>> | "decline";

export interface Form {
  readonly message: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** A client of an era; without `fillIn`, one that cannot show forms. */
export function clientOf(era: Era, fillIn?: FillIn): Client {
  const client = new Client(
    { name: "test", version: "1" },
    {
      capabilities: fillIn === undefined ? {} : { elicitation: { form: {} } },
      ...(era === "2026-07-28"
        ? { versionNegotiation: { mode: { pin: era } } }
        : { supportedProtocolVersions: [era] }),
    },
  );
  if (fillIn !== undefined)
    client.setRequestHandler("elicitation/create", async ({ params }) => {
      if (!("requestedSchema" in params)) throw new Error("a form was expected");
      const filled = await fillIn({ message: params.message, properties: params.requestedSchema.properties });
      return filled === "decline" ? { action: "decline" } : { action: "accept", content: filled };
    });
  return client;
}

export interface Connected {
  readonly client: Client;
  /** Everything that the server has written so far. */
  readonly written: () => { readonly stdout: string; readonly stderr: string };
  /** Resolves once the server has ended. */
  readonly close: () => Promise<void>;
}

/** The official client, connected to the server within this process by the streams that it would have as a program. */
export async function connect(pack: CompiledPack, era: Era, fillIn?: FillIn): Promise<Connected> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), collector()];
  const copy = collector();
  stdout.on("data", (chunk) => copy.stream.write(chunk));
  const ended = serve(pack, {
    ...{ stdin, stdout, stderr: stderr.stream },
    ...{ env: {}, cwd: root, today: () => "2026-01-15" },
  });
  const client = clientOf(era, fillIn);
  // Reads and writes lines of JSON, so it serves at the other end as well.
  await client.connect(new StdioServerTransport(stdout, stdin));
  return {
    client,
    written: () => ({ stdout: copy.text(), stderr: stderr.text() }),
    close: async () => {
      await client.close();
      stdin.end();
      await ended;
    },
  };
}
