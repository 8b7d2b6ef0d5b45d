import { describe, expect, it } from "vitest";
import { runMain } from "./run-main.js";

const small = (answers: string, service = "x") =>
  `version: 1\nservice: ${service}\nanswers: { ${answers} }\n`;
const worked = ["--rules", "examples/worked/pack.yaml"];
const ticker = "examples/worked/answers.yaml";

describe("whatif", () => {
  it("shows before and after, and the rules that moved it", async () => {
    const { code, stdout, stderr } = await runMain([
      "whatif",
      ticker,
      ...worked,
      "--set",
      "failover=resume",
      "--details",
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe(
      [
        "ticker: the verdict moves from stateful (fragile) to hybrid (fair)",
        "",
        "Answers",
        "  • failover: open → resume",
        "",
        "                     before            after",
        "  verdict            stateful          hybrid",
        "  grade              fragile           fair",
        "  answers            open              settled",
        "  weights            moderate          moderate",
        "  radius r           0.20              0.14",
        "  can end in         stateful, hybrid  hybrid",
        "  clashes            0                 0",
        "  interaction kept   yes, given        yes, given",
        "  interaction bound  yes, 3 to 2       no, 3 to 4",
        "  interaction state  connection        shared-store",
        "  session kept       as interaction    no",
        "  session state      connection        nowhere",
        "  workflow kept      no                no",
        "  workflow state     nowhere           nowhere",
        "  sync kept          no                no",
        "  sync state         nowhere           nowhere",
        "",
        "Rules",
        "  +   resume-from-a-record (interaction: 2 points for keeping it elsewhere): A",
        "      client goes on after a failure only from what was recorded elsewhere.",
        "",
        "Settled whatever the points",
        "  −   stream-knows-its-client (session: goes where the conversation goes):",
        "      Whoever opened the stream is known for as long as it stands.",
        "",
      ].join("\n"),
    );
  });

  it("shows what follows from a changed answer", async () => {
    const input = small("exchange: stream, clients: many");
    const { stdout } = await runMain(["whatif", "-", ...worked, "--set", "exchange=single", "--details"], {
      input,
    });
    expect(stdout).toContain("x: the verdict moves from stateful (fragile) to stateless (firm)");
    expect(stdout).toContain("• presence: open → hidden (implied)");
    expect(stdout).toMatch(/Settled whatever the points\n {2}− {3}stream-is-a-connection \(/);
  });

  it("tells of a bad file and bad settings at once", async () => {
    const { code, stderr } = await runMain(["whatif", "-", ...worked, "--set", "exchange=singel"], {
      input: "version: 1\nservice: x\nanswers: { nothing: a }\n",
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/`singel` is not an option of `exchange`[\s\S]*there is no question `nothing`/);
  });

  it("is about one surface where one is named", async () => {
    const input = "version: 1\nservice: x\nsurfaces: { a: { answers: {} }, b: { answers: {} } }\n";
    const what = (...more: readonly string[]) =>
      runMain(["whatif", "-", ...worked, "--set", "exchange=single", ...more], { input });
    const titles = async (...more: readonly string[]) =>
      (await what(...more)).stdout.match(/^x · [ab](?=: the verdict)/gm);
    expect(await titles()).toEqual(["x · a", "x · b"]);
    expect(await titles("--surface", "b")).toEqual(["x · b"]);
    const { code, stderr } = await what("--surface", "c");
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: "<stdin>: error: there is no surface `c`\n  expected one of a, b\n",
    });
  });

  it("counts the surfaces with the answers that they had", async () => {
    const of = (answers: string) => `{ answers: { ${answers} } }`;
    const surfaces = [of("exchange: single"), of("exchange: steps"), of("exchange: single, clients: many")];
    const input = `version: 1\nservice: x\nsurfaces: { a: ${surfaces[0]}, b: ${surfaces[1]}, c: ${surfaces[2]} }\n`;
    const told = async (setting: string) =>
      (await runMain(["whatif", "-", ...worked, "--set", setting], { input })).stdout;
    const one = await told("exchange=single");
    expect(one).toContain("x · b: the verdict moves");
    expect(one).not.toContain("x · a");
    expect(one).toMatch(
      /\n\n\n2 other surfaces: no answer changes\.\n\nFor all figures and advice, add --details\.\n$/,
    );
  });

  it("as JSON has both recommendations and the ids of what moved", async () => {
    const { stdout } = await runMain(["whatif", ticker, ...worked, "-s", "exchange=steps", "-f", "json"]);
    const [surface] = JSON.parse(stdout).surfaces;
    expect([surface.before.verdict, surface.after.verdict]).toEqual(["stateful", "hybrid"]);
    expect(surface.answers).toEqual([{ question: "exchange", from: ["stream"], to: ["steps"] }]);
    expect(surface.rules).toEqual({
      gained: ["steps-are-remembered", "steps-carry-their-context"],
      lost: ["stream-holds-its-state"],
    });
    expect(surface.settled).toEqual({
      gained: [],
      lost: ["stream-is-a-connection", "stream-knows-its-client"],
    });
    expect(surface.concerns.map(({ id }: { id: string }) => id)).toEqual([
      "interaction",
      "session",
      "workflow",
    ]);
    expect(surface.concerns[0]).toMatchObject({
      from: { class: "bound", place: "connection" },
      to: { class: "not-kept" },
    });
    expect(surface.clashes).toEqual({ gained: [], lost: [] });
  });

  it("says when nothing moves", async () => {
    const { stdout } = await runMain(["whatif", ticker, ...worked, "-s", "exchange=stream"]);
    expect(stdout).toBe("1 surface: no answer changes.\n");
  });

  it("says first which answers would not fit each other", async () => {
    const input = small("identity: public, interaction-style: independent-requests");
    const args = ["-", "-s", "revocation=immediate"];
    const { code, stdout } = await runMain(["whatif", ...args], { input });
    expect(code).toBe(0);
    const text = stdout.replaceAll(/\s+/g, " ");
    expect(text).toMatch(
      /^x: the verdict stays \S+ \(\w+\) Answers that do not fit each other .*Look again at: .*\(identity\)/,
    );
    const json = JSON.parse((await runMain(["whatif", ...args, "-f", "json"], { input })).stdout);
    expect(json.surfaces[0].clashes).toEqual({ gained: ["access-of-nobody"], lost: [] });
  });

  it("refuses to change nothing, and what is not valid", async () => {
    expect(await runMain(["whatif", ticker, ...worked])).toMatchObject({ code: 2, stdout: "" });
    const wrong = await runMain(["whatif", ticker, ...worked, "-s", "exchange=streams"]);
    expect(wrong).toMatchObject({ code: 2, stdout: "" });
    expect(wrong.stderr).toContain("did you mean `stream`?");
  });
});

describe("compare", () => {
  it("sets surfaces side by side, with the answers on which they differ", async () => {
    const input = `${small("exchange: stream, clients: many", "a")}---\n${small("exchange: single, clients: many", "b")}`;
    const { code, stdout } = await runMain(["compare", "-", ...worked], { input });
    expect(code).toBe(0);
    const lines = stdout.split("\n").map((line) => line.trim().split(/ {2,}/));
    expect(lines).toContainEqual(["verdict", "stateful", "stateless"]);
    expect(lines).toContainEqual(["exchange", "stream", "single"]);
    expect(lines).toContainEqual(["presence", "–", "hidden"]);
    expect(stdout).not.toContain("clients  ");
  });

  it("says first which answers do not fit each other", async () => {
    const { code, stdout } = await runMain(["compare", "-"], {
      input: small("identity: public, revocation: immediate"),
    });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Answers that do not fit each other/);
    expect(stdout).toContain("(identity)");
  });

  it("goes on below if surfaces do not fit beside each other", async () => {
    const { stdout } = await runMain(["compare", "examples/checkout.yaml"]);
    expect(stdout.match(/^ {2}verdict /gm)?.length).toBeGreaterThan(1);
    for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });

  it("as JSON is the report of advise", async () => {
    const files = ["examples/amazon-s3-rest.yaml", "examples/whatsapp-client-connection.yaml"];
    const [compared, advised] = [
      await runMain(["compare", ...files, "-f", "json"]),
      await runMain(["advise", ...files, "-f", "json"]),
    ];
    expect(compared.stdout).toBe(advised.stdout);
  });
});
