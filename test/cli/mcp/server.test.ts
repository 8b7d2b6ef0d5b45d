import { PassThrough } from "node:stream";
import { Ajv } from "ajv";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { serve } from "../../../src/cli/mcp/serve.js";
import type { CompiledPack } from "../../../src/engine/model/compiled-pack.js";
import { adviceSchema, advise, loadPack } from "../../../src/node.js";
import { attacks } from "../../engine/report/hostile.js";
import { collector, root, runMain } from "../run-main.js";
import { type Connected, connect, eras, type FillIn, type Form } from "./connect.js";

let pack: CompiledPack;
beforeAll(async () => {
  pack = await loadPack();
});

const answers = { "interaction-style": "multi-step-workflow", identity: "signed-in-user" };
const isAdvice = new Ajv({ allowUnionTypes: true, allErrors: true }).compile(adviceSchema);

/** What a client may see of a surface; the tests say what they expect. */
// biome-ignore lint/suspicious/noExplicitAny: results are what the tests are about
type Data = any;

describe.each(eras)("a client of %s", (era) => {
  let connected: Connected;
  const call = async (name: string, given: object): Promise<Data> =>
    connected.client.callTool({ name, arguments: { ...given } });
  const errorOf = async (name: string, given: object): Promise<string> => {
    const { isError, content, structuredContent } = await call(name, given);
    expect({ isError, structuredContent }).toEqual({ isError: true, structuredContent: undefined });
    return content[0].text;
  };
  beforeAll(async () => {
    connected = await connect(pack, era);
  });
  afterAll(() => connected.close());

  it("finds four tools that only read, in less than 8 kB", async () => {
    const { tools } = await connected.client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(["advise", "whatif", "explain", "interview"]);
    for (const { annotations, outputSchema } of tools) {
      expect(annotations).toEqual({
        ...{ readOnlyHint: true, destructiveHint: false },
        ...{ idempotentHint: true, openWorldHint: false },
      });
      expect(outputSchema?.type).toBe("object");
    }
    expect(Buffer.byteLength(JSON.stringify(tools))).toBeLessThan(8 * 1024);
    expect(Object.keys((tools[0] as Data).inputSchema.properties.answers.properties)).toEqual(
      pack.questions.map(({ id }) => id),
    );
  });

  it("is advised as by the library, and told what to ask", async () => {
    const { structuredContent, content, isError } = await call("advise", { service: "shop", answers });
    expect(isError).toBeFalsy();
    expect(JSON.parse(content[0].text)).toEqual(structuredContent);
    const [surface] = structuredContent.surfaces;
    isAdvice(surface);
    expect(isAdvice.errors).toBeNull();
    const [expected] = advise(pack, { version: 1, service: "shop", answers }).surfaces;
    expect([surface.service, surface.verdict, surface.grade]).toEqual([
      "shop",
      expected?.verdict,
      expected?.analysis?.trust?.grade,
    ]);
    for (const { question, options } of surface.askNext) {
      const known = pack.questionsById.get(question);
      expect(options).toEqual(known?.options.map(({ id, label }) => ({ id, label })));
    }
  });

  it("is advised on each surface of a file, with answers in the place of its own", async () => {
    const text =
      "version: 1\nservice: shop\nanswers: { failover: restart-ok }\nsurfaces:\n  a: {}\n  b: { answers: { latency: relaxed } }\n";
    const before = (await call("advise", { text })).structuredContent.surfaces;
    const after = (await call("advise", { text, answers: { latency: "real-time" } })).structuredContent
      .surfaces;
    const known = (surfaces: Data) =>
      surfaces.map(({ surface, answered }: Data) => [surface, answered.known]);
    const own = (latency?: string) =>
      advise(pack, {
        ...{ version: 1, service: "shop" },
        answers: { failover: "restart-ok", ...(latency && { latency }) },
      }).surfaces[0]?.answers.length;
    expect(known(before)).toEqual([
      ["a", own()],
      ["b", own("relaxed")],
    ]);
    expect(known(after)).toEqual([
      ["a", own("real-time")],
      ["b", own("real-time")],
    ]);
  });

  it("is advised on the one service of a file that it names", async () => {
    const text = ["a", "b"].map((name) => `version: 1\nservice: ${name}\nanswers: {}\n`).join("---\n");
    const names = async (given: object) =>
      (await call("advise", given)).structuredContent.surfaces.map(({ service }: Data) => service);
    expect(await names({ text })).toEqual(["a", "b"]);
    expect(await names({ text, service: "b" })).toEqual(["b"]);
    expect(await errorOf("advise", { text, service: "c" })).toContain(
      "service: error: there is no service `c`\n  expected one of a, b",
    );
    for (const service of [1, { toString: 1, valueOf: 1 }])
      expect(await errorOf("advise", { text, service })).toContain("service: error: `service` is no text");
  });

  it("is advised on one service of a file that has more surfaces than a call may", async () => {
    const numbers = Array.from({ length: 51 }, (_, index) => index);
    const text = numbers.map((name) => `version: 1\nservice: s${name}\nanswers: {}\n`).join("---\n");
    expect(await errorOf("advise", { text })).toContain("more than 50 surfaces");
    const { structuredContent } = await call("advise", { text, service: "s50" });
    expect(structuredContent.surfaces.map(({ service }: Data) => service)).toEqual(["s50"]);
  });

  it.each<[what: string, given: object, said: string]>([
    [
      "a misspelt question",
      { answers: { latncy: "relaxed" } },
      "there is no question `latncy`; did you mean `latency`?",
    ],
    [
      "a misspelt option, at its place",
      { answers: { failover: "restart-okay" } },
      "answers:5:17: error: `restart-okay` is not an option of `failover`; did you mean `restart-ok`?",
    ],
    ["answers that are a list", { answers: ["failover"] }, "`answers` is a list"],
    ["a misspelt argument", { answer: {} }, "unknown key `answer`; did you mean `answers`?"],
    [
      "a file that is wrong, at its place",
      { text: "version: 1\nservice: a\nanswers:\n  latency: fast\n" },
      "text:4:12: error: `fast` is not an option of `latency`",
    ],
    ["a text that is none", { text: 1 }, "`text` is no text"],
    ["a text that is too large", { text: `# ${"x".repeat(1024 * 1024)}` }, "the limit is 1048576"],
    [
      "more surfaces than it could read about",
      {
        text: `version: 1\nservice: a\nsurfaces: {${Array.from({ length: 51 }, (_, at) => ` s${at}: {}`).join()} }`,
      },
      "50",
    ],
  ])("is told about %s", async (_, given, said) => {
    expect(await errorOf("advise", given)).toContain(said);
  });

  it("sees what other answers would move", async () => {
    const { structuredContent } = await call("whatif", {
      ...{ answers: { "interaction-style": "independent-requests" } },
      set: { "client-liveness": "presence" },
    });
    const [{ before, after, answers: moved, concerns }] = structuredContent.surfaces;
    expect([before.verdict, after.verdict]).toEqual(["stateless", "hybrid"]);
    expect(after.places.interaction.place).toBe("shared-store");
    expect(moved).toEqual([{ question: "client-liveness", from: null, to: ["presence"] }]);
    expect(concerns.map(({ id }: Data) => id)).toEqual(["interaction"]);
    expect(await errorOf("whatif", { answers })).toContain("missing key `set`");
    expect(await errorOf("whatif", { answers, set: { failover: "x" } })).toMatch(/^set:\d+:\d+: error/);
  });

  it("has any id explained", async () => {
    for (const id of ["failover", "failover=restart-ok", "signed-token"]) {
      const { structuredContent } = await call("explain", { id });
      expect(structuredContent.explanation.kind).toBeTruthy();
    }
    expect(await errorOf("explain", { id: "failovr" })).toContain("`failover`");
    expect(await errorOf("explain", {})).toContain("missing key `id`");
  });

  it("reads resources that are JSON, and a prompt", async () => {
    const { resources } = await connected.client.listResources();
    for (const { uri } of resources) {
      const [content] = (await connected.client.readResource({ uri })).contents as Data;
      expect(Object.keys(JSON.parse(content.text)).length).toBeGreaterThan(0);
    }
    expect(resources.map(({ uri }) => uri)).toEqual(
      [
        "questions",
        "rules",
        ...["answers", "brief", "advice", "report"].map((kind) => `schemas/${kind}`),
      ].map((name) => `api-advisor://${name}`),
    );
    const { messages } = await connected.client.getPrompt({
      name: "design-review",
      arguments: { design: "A shop." },
    });
    expect((messages[0] as Data).content.text).toMatch(/`advise`.*A shop\.$/s);
  });

  it("is told which of an agent's answers a person has to confirm, and how many decide nothing", async () => {
    const by = "agent";
    const marked = {
      "interaction-style": { answer: "multi-step-workflow", by },
      identity: { answer: "signed-in-user", by, note: "auth.ts" },
      cacheability: { answer: "mostly-shared-reads", by },
      "transaction-span": "multi-request-compensable",
    };
    const [surface] = (await call("advise", { answers: marked })).structuredContent.surfaces;
    isAdvice(surface);
    expect(isAdvice.errors).toBeNull();
    expect(surface.unconfirmed).toEqual(["interaction-style", "identity"]);
    expect(surface.more.unconfirmed).toBe(1);
    const { answersFile } = (await call("interview", { answers: marked })).structuredContent;
    expect(answersFile.match(/by: agent/g)).toHaveLength(3);
  });

  it("is not asked anything if it cannot show forms", async () => {
    const { structuredContent } = await call("interview", { answers });
    const advised = await call("advise", { answers });
    expect(structuredContent.surfaces).toEqual(advised.structuredContent.surfaces);
  });

  it("gets hostile texts back as text, each message on a line of its own", async () => {
    const texts = attacks.filter((text) => !/\p{Surrogate}/u.test(text));
    for (const note of texts) {
      const given = { failover: { answer: "restart-ok", note } };
      expect((await call("advise", { answers: given })).isError).toBeFalsy();
      await errorOf("advise", { answers: { [note]: note } });
      await errorOf("explain", { id: note });
      await errorOf("advise", { text: note });
    }
    const { stdout, stderr } = connected.written();
    expect(stderr).toBe("");
    for (const line of stdout.trimEnd().split("\n")) expect(JSON.parse(line).jsonrpc).toBe("2.0");
  });
});

/** Of the revision 2025-06-18 options have no titles of their own, and no field takes a list. */
describe.each(["2025-06-18", ...eras] as const)("an interview with forms, %s", (era) => {
  const hold = async (
    fillIn: FillIn,
    given: object = {},
  ): Promise<{ result: Data; forms: readonly Form[] }> => {
    const forms: Form[] = [];
    const { client, close } = await connect(pack, era, (form) => {
      forms.push(form);
      return fillIn(form);
    });
    const result = await client.callTool({ name: "interview", arguments: { ...given } });
    await close();
    return { result, forms };
  };
  const asked = (forms: readonly Form[]): readonly string[] =>
    forms.flatMap(({ properties }) => Object.keys(properties));

  it("asks up to four questions at a time, each once, and returns the answers as a file", async () => {
    const { result, forms } = await hold(({ properties }) =>
      Object.fromEntries(
        Object.entries(properties).map(([id, field]: [string, Data]) => {
          expect("enum" in field).toBe(era === "2025-06-18");
          return [id, field.enum?.[0] ?? field.oneOf?.[0].const ?? [field.items.anyOf[0].const]];
        }),
      ),
    );
    expect(Math.max(...forms.map(({ properties }) => Object.keys(properties).length))).toBe(4);
    expect(new Set(asked(forms)).size).toBe(asked(forms).length);
    const { surfaces, answersFile } = result.structuredContent;
    expect(surfaces[0].askNext).toEqual([]);
    for (const id of asked(forms)) expect(answersFile).toContain(`\n  ${id}: `);
  });

  it("does not ask again what was left empty, nor what was known", async () => {
    const { result, forms } = await hold(() => ({}), { answers });
    expect(forms.length).toBeGreaterThan(2);
    expect(new Set(asked(forms)).size).toBe(asked(forms).length);
    for (const known of Object.keys(answers)) expect(asked(forms)).not.toContain(known);
    expect(result.structuredContent.answersFile).not.toContain(`\n  ${asked(forms)[0]}: `);
  });

  it("takes what a person fills in as the person's, and leaves an agent's answers an agent's", async () => {
    const given = { answers: { identity: { answer: "signed-in-user", by: "agent" } } };
    let forms = 0;
    // On the second form the agent's answer is asked about, as it decides now: it is left as it is.
    const { result } = await hold(() => {
      forms += 1;
      return forms === 1 ? { "interaction-style": "multi-step-workflow" } : "decline";
    }, given);
    const { surfaces, answersFile } = result.structuredContent;
    expect(surfaces[0].unconfirmed).toEqual(["identity"]);
    expect(answersFile).toContain("\n  interaction-style: multi-step-workflow #");
    expect(answersFile).toContain("\n  identity: { answer: signed-in-user, by: agent } #");
  });

  it("has a person confirm first what decides of an agent's answers, and asks about each once", async () => {
    const by = "agent";
    const given = {
      answers: {
        "interaction-style": { answer: "multi-step-workflow", by, note: "POST /steps\u001b[31m" },
        identity: { answer: "signed-in-user", by },
        cacheability: { answer: "mostly-shared-reads", by },
        "transaction-span": "multi-request-compensable",
      },
    };
    const { result, forms } = await hold(
      ({ properties }) => ("identity" in properties ? { "interaction-style": "multi-step-workflow" } : {}),
      given,
    );
    expect(asked(forms).slice(0, 2)).toEqual(["interaction-style", "identity"]);
    const field: Data = forms[0]?.properties["interaction-style"];
    expect(field.description).toMatch(
      / An agent answered “.+”: choose that to confirm it\. Its note: POST \/steps\\x1b\[31m\.$/,
    );
    expect(new Set(asked(forms)).size).toBe(asked(forms).length);
    expect(asked(forms)).not.toContain("cacheability");
    const { surfaces, answersFile } = result.structuredContent;
    expect(surfaces[0].unconfirmed).toEqual(["identity"]);
    expect(answersFile).toMatch(
      /\n {2}interaction-style: \{ answer: multi-step-workflow, note: .+, by: person \} #/,
    );
    expect(answersFile).toContain("\n  cacheability: { answer: mostly-shared-reads, by: agent } #");
  });

  it("ends with what is known once the person declines", async () => {
    const { result, forms } = await hold(() => "decline", { answers });
    expect(forms.length).toBe(1);
    expect(result.structuredContent.surfaces[0].verdict).toBe("hybrid");
  });

  it("says what is wrong with an answer that is no option", async () => {
    const { result } = await hold(({ properties }) => ({ [Object.keys(properties)[0] ?? ""]: "nonsense" }));
    expect(result.isError).toBe(true);
    expect(result.content[0].text).toContain("`nonsense` is not an option of");
  });
});

it("an interview waits for a person who leaves a form open for hours, also in the older era", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    const { client, close } = await connect(pack, "2025-11-25", async (): Promise<"decline"> => {
      await vi.advanceTimersByTimeAsync(8 * 60 * 60 * 1000);
      return "decline";
    });
    const timeout = 24 * 60 * 60 * 1000;
    const result: Data = await client.callTool({ name: "interview", arguments: { answers } }, { timeout });
    await close();
    expect(result.structuredContent?.surfaces[0].verdict).toBe("hybrid");
  } finally {
    vi.useRealTimers();
  }
});

it("a client may make hundreds of calls before it reads a result", async () => {
  const warnings: Error[] = [];
  const warn = (warning: Error): number => warnings.push(warning);
  process.on("warning", warn);
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough({ highWaterMark: 1 }), collector()];
  const host = { env: {}, cwd: root, today: () => "2026-01-15" };
  const ended = serve(pack, { ...host, stdin, stdout, stderr: stderr.stream });
  const send = (message: object): boolean =>
    stdin.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
  const clientInfo = { name: "test", version: "1" };
  send({
    id: 0,
    method: "initialize",
    params: { protocolVersion: "2025-11-25", capabilities: {}, clientInfo },
  });
  for (let id = 1; id <= 300; id += 1) send({ id, method: "ping" });
  let text = "";
  await new Promise<void>((resolve) => {
    setTimeout(() => {
      stdout.setEncoding("utf8").on("data", (chunk: string) => {
        text += chunk;
        if (text.split("\n").length > 301) resolve();
      });
    }, 300);
  });
  stdin.end();
  await ended;
  process.off("warning", warn);
  expect(warnings).toEqual([]);
  expect(stderr.text()).toBe("");
});

it.each([
  ["a client that ends its input", "", true],
  ["a message of over 10 MB", "x".repeat(11 * 1024 * 1024), false],
])("says whether it was closed by its client: %s", async (_, message, byClient) => {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), collector()];
  const host = { env: {}, cwd: root, today: () => "2026-01-15" };
  const ended = serve(pack, { ...host, stdin, stdout, stderr: stderr.stream });
  if (message === "") stdin.end();
  else stdin.write(message);
  expect(await ended).toBe(byClient);
  expect(stderr.text()).toMatch(byClient ? /^$/ : /^error: .*maximum size/);
});

it("an interview keeps nothing in the server: a state that a client made up is read as answers are", async () => {
  const { client, close } = await connect(pack, "2026-07-28", () => ({}));
  const send = (requestState: string): Promise<Data> =>
    client.request({
      method: "tools/call",
      params: {
        ...{ name: "interview", arguments: {}, requestState },
        inputResponses: { questions: { action: "decline" } },
      },
    } as Data);
  for (const state of ["", "no JSON", "[]", "null", '{"answers":[],"met":{}}', '{"met":["x",1]}'])
    expect((await send(state)).structuredContent.surfaces[0].verdict).toBe("undecided");
  const refused = await send('{"answers":{"failover":"x"},"met":[]}');
  expect(refused.content[0].text).toContain("`x` is not an option of `failover`");
  await close();
});

it("an interview takes a field that is null or empty for one that was left out", async () => {
  const { client, close } = await connect(pack, "2026-07-28", () => ({}));
  const send = (content: object): Promise<Data> =>
    client.request({
      method: "tools/call",
      params: {
        ...{ name: "interview", arguments: {}, requestState: "{}" },
        inputResponses: { questions: { action: "accept", content } },
      },
    } as Data);
  const next = await send({ failover: null, latency: "", delivery: [] });
  expect(next.resultType ?? next.structuredContent.surfaces[0].verdict).toBeTruthy();
  expect(next.isError).toBeFalsy();
  const refused = await send({ failover: { toString: "x" } });
  expect(refused.content[0].text).toContain("answers:");
  await close();
});

it("what is not of the protocol is said on standard error, in a line", async () => {
  const { code, stdout, stderr } = await runMain(["mcp"], { input: 'no JSON\n{"jsonrpc":"2.0"}\n' });
  expect({ code, stdout, stderr }).toEqual({
    ...{ code: 0, stdout: "", stderr: "error: a message is not JSON-RPC 2.0\n" },
  });
});
