import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { adviceOf } from "../../src/engine/report/brief/advice.js";
import { advise, loadPack, type ServiceInput } from "../../src/node.js";
import { clientOf, eras } from "../cli/mcp/connect.js";
import { runScript, succeed } from "./run-script.js";

const project = mkdtempSync(join(tmpdir(), "agents-"));
const { tarball } = inject("packed");
const chat = {
  version: 1,
  service: "chat",
  answers: { "interaction-style": "real-time-two-way", "client-liveness": "presence" },
} as const satisfies ServiceInput;

beforeAll(() => {
  writeFileSync(join(project, "package.json"), '{ "type": "module", "private": true }\n');
  succeed(`npm install "${tarball}"`, project);
});

describe.each(eras)("the packed server, as the official client of %s starts it", (era) => {
  it("advises, asks by forms and explains, and says nothing beside the protocol", async () => {
    const client = clientOf(era, () => "decline");
    const errors: Error[] = [];
    client.onerror = (error) => errors.push(error);
    const transport = new StdioClientTransport({
      ...{ command: "npx", args: ["--no", "--", "api-advisor", "mcp"], cwd: project, stderr: "pipe" },
    });
    let said = "";
    transport.stderr?.on("data", (chunk) => {
      said += chunk;
    });
    await client.connect(transport);
    expect(client.getServerVersion()?.name).toBe("api-advisor");
    const { service, answers } = chat;
    const advised = await client.callTool({ name: "advise", arguments: { service, answers } });
    const { surfaces } = advise(await loadPack(), chat);
    expect(advised.structuredContent).toEqual({
      surfaces: surfaces.map((surface) => JSON.parse(JSON.stringify(adviceOf(surface)))),
    });
    const asked = await client.callTool({ name: "interview", arguments: { service, answers } });
    expect(asked.structuredContent).toMatchObject(Object(advised.structuredContent));
    const explained = await client.callTool({ name: "explain", arguments: { id: "failover" } });
    expect(explained.isError).toBeFalsy();
    await client.close();
    expect({ errors, said }).toEqual({ errors: [], said: "" });
  });
});

it("the packed server ends with its input, and refuses a pack that it cannot read", () => {
  const bin = "node_modules/.bin/api-advisor";
  expect(runScript(`${bin} mcp < /dev/null`, project)).toMatchObject({ status: 0, stdout: "" });
  const refused = runScript(`${bin} mcp --rules none`, project);
  expect({ ...refused, stderr: refused.stderr.includes("none") }).toMatchObject({
    ...{ status: 2, stdout: "", stderr: true },
  });
});

it("the protocol's library is in a file of its own, which no other command loads", () => {
  const loads = (command: string): boolean =>
    succeed(`NODE_DEBUG=module node_modules/.bin/api-advisor ${command} < /dev/null 2>&1`, project).includes(
      "sdk.cjs",
    );
  expect([loads("mcp"), loads("explain failover"), loads("--help")]).toEqual([true, false, false]);
});
