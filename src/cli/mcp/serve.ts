import { printable } from "../../engine/diagnostics/plain-text.js";
import type { CompiledPack } from "../../engine/model/compiled-pack.js";
import type { Host } from "../host.js";
import { createServer } from "./server.js";

/**
 * Serves one client, of either era of the protocol, until it closes the connection. Standard output has nothing but the
 * protocol; what is wrong with a message itself is said on standard error.
 * @returns whether it was the client that closed it, and not a message that is larger than the SDK reads
 */
export async function serve(pack: CompiledPack, { stdin, stdout, stderr }: Host): Promise<boolean> {
  const sdk = await import("./sdk.js");
  // The SDK listens once for each message that waits until the client reads, and a client may call often before it does.
  stdout.setMaxListeners(0);
  const transport = new sdk.StdioServerTransport(stdin, stdout);
  sdk.serveStdio(() => createServer(pack, sdk), {
    transport,
    onerror: (error) => stderr.write(`error: ${printable(wordsOf(error))}\n`),
  });
  const { onclose } = transport;
  return new Promise((resolve) => {
    transport.onclose = () => {
      onclose?.();
      resolve(stdin.readableEnded);
    };
  });
}

/** A message that is no JSON-RPC is described by the SDK in a page of JSON. */
const wordsOf = ({ message }: Error): string =>
  message.startsWith("[") ? "a message is not JSON-RPC 2.0" : message;
