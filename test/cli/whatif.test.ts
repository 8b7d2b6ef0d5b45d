import { describe, expect, it } from "vitest";
import { runMain } from "./run-main.js";

const small = (answers: string, service = "x") =>
  `version: 1\nservice: ${service}\nanswers: { ${answers} }\n`;
const worked = ["--rules", "examples/worked/pack.yaml"];
const ticker = "examples/worked/answers.yaml";

describe("whatif", () => {
  it("shows before and after, and the rules that moved it", async () => {
    const { code, stdout, stderr } = await runMain(["whatif", ticker, ...worked, "--set", "failover=resume"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe(
      [
        "ticker: the verdict moves from stateful to hybrid",
        "",
        "Answers",
        "  • failover: open → resume",
        "",
        "                     before              after",
        "  verdict            stateful            hybrid",
        "  grade              fragile             fair",
        "  stateful F         3 (3 live, 0 kept)  7 (3 live, 4 kept)",
        "  stateless L        2                   2",
        "  balance b          +0.20 (from 0)      +0.56 (from 0)",
        "  boundness h        1.00 (from 0.5)     0.43 (from 0.5)",
        "  radius r           0.20                0.14",
        "  can end in         stateful, hybrid    hybrid",
        "  interaction state  connection          shared-store",
        "  session state      nowhere             nowhere",
        "  workflow state     nowhere             nowhere",
        "  sync state         nowhere             nowhere",
        "",
        "Rules",
        "  +   resume-from-a-record (4 stateful, kept): What a client goes on from must",
        "      have been recorded outside the server that failed.",
        "",
      ].join("\n"),
    );
  });

  it("shows what follows from a changed answer", async () => {
    const input = small("exchange: stream, clients: many");
    const { stdout } = await runMain(["whatif", "-", ...worked, "--set", "exchange=single"], { input });
    expect(stdout).toContain("x: the verdict moves from stateful to stateless");
    expect(stdout).toContain("• presence: open → hidden (implied)");
    expect(stdout).toContain("−   stream-needs-a-connection forbids pure stateless");
  });

  it("as JSON has both recommendations and the ids of what moved", async () => {
    const { stdout } = await runMain(["whatif", ticker, ...worked, "-s", "exchange=steps", "-f", "json"]);
    const [surface] = JSON.parse(stdout).surfaces;
    expect([surface.before.verdict, surface.after.verdict]).toEqual(["stateful", "hybrid"]);
    expect(surface.answers).toEqual([{ question: "exchange", from: ["stream"], to: ["steps"] }]);
    expect(surface.rules).toEqual({ gained: ["steps-are-remembered"], lost: ["stream-is-held"] });
    expect(surface.vetoes).toEqual({ gained: [], lost: ["stream-needs-a-connection"] });
  });

  it("says when nothing moves", async () => {
    const { stdout } = await runMain(["whatif", ticker, ...worked, "-s", "exchange=stream"]);
    expect(stdout).toContain("ticker: the verdict stays stateful");
    expect(stdout).toContain("No answer changes.");
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
