import { spawn } from "node:child_process";
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { action, commit, type Files, folderOf, git, originOf, stepOf, write } from "./action-steps.js";
import { root } from "./cli/run-main.js";

const shop = (style: string): string =>
  `version: 1\nservice: shop\nanswers: { interaction-style: ${style} }\n`;
const still: Files = {
  "still.api-advisor.yaml": "version: 1\nservice: still\nanswers: { failover: restart-ok }\n",
};
const base: Files = { "shop.api-advisor.yaml": shop("independent-requests"), ...still };
const changes: Files = { "shop.api-advisor.yaml": shop("real-time-two-way") };

describe("what a pull request is compared with", () => {
  /** The pull request as a runner checks it out: merged into `main`, with so many commits. Then `main` goes on. */
  function merged(depth: readonly string[]) {
    const { at, origin } = originOf(base, changes);
    git(origin, "checkout", "--quiet", "--detach", "refs/heads/main");
    write(origin, { "main.txt": "merged into" });
    commit(origin, "main\n\nparent 0123456789012345678901234567890123456789");
    git(origin, "update-ref", "refs/heads/main", "HEAD");
    git(origin, "merge", "--quiet", "--no-ff", "-m", "merge", "change");
    git(origin, "update-ref", "refs/pull/1/merge", "HEAD");
    const GITHUB_SHA = git(origin, "rev-parse", "HEAD");
    git(origin, "checkout", "--quiet", "--detach", "refs/heads/main");
    write(origin, { "main.txt": "newer" });
    commit(origin, "newer");
    git(origin, "update-ref", "refs/heads/main", "HEAD");
    const workspace = join(at, "workspace");
    git(at, "init", "--quiet", "workspace");
    git(workspace, "remote", "add", "origin", `file://${origin}`);
    git(
      workspace,
      "fetch",
      "--quiet",
      "--no-tags",
      ...depth,
      "origin",
      `+${GITHUB_SHA}:refs/remotes/pull/1/merge`,
    );
    git(workspace, "checkout", "--quiet", "refs/remotes/pull/1/merge");
    return { at, origin, workspace, GITHUB_SHA };
  }
  const ADVISOR_BRANCH = "refs/heads/main";
  const textIn = (folder: string | null, name: string): string =>
    readFileSync(join(folder ?? "", name), "utf8");

  it.each([[["--depth=1"]], [["--depth=2"]], [[]]])(
    "is what it was merged into, not what is newer, in a clone with %j",
    (depth) => {
      const { at, workspace, GITHUB_SHA } = merged(depth);
      const { status, folder } = folderOf(stepOf("before"), at, workspace, { ADVISOR_BRANCH, GITHUB_SHA });
      expect(status).toBe(0);
      expect(textIn(folder, "main.txt")).toBe("merged into");
      expect(textIn(folder, "shop.api-advisor.yaml")).toBe(base["shop.api-advisor.yaml"]);
      expect(git(workspace, "rev-parse", "HEAD")).toBe(GITHUB_SHA);
      expect(git(workspace, "status", "--porcelain")).toBe("");
    },
  );

  it.each([
    ["what it was made from", [], "base"],
    ["the branch that it goes to, in a clone that does not know more", ["--depth=1"], "newer"],
  ])("is %s, if its own branch is checked out", (_, depth, text) => {
    const { at, origin, GITHUB_SHA } = merged([]);
    git(at, "clone", "--quiet", "--branch", "change", ...depth, `file://${origin}`, "own");
    const { folder } = folderOf(stepOf("before"), at, join(at, "own"), { ADVISOR_BRANCH, GITHUB_SHA });
    const found = existsSync(join(folder ?? "", "main.txt")) ? textIn(folder, "main.txt") : "base";
    expect(found).toBe(text);
    expect(textIn(folder, "shop.api-advisor.yaml")).toBe(base["shop.api-advisor.yaml"]);
  });

  it("is nothing, with a warning, if it cannot be fetched", () => {
    const { at, origin, workspace, GITHUB_SHA } = merged(["--depth=1"]);
    rmSync(origin, { recursive: true });
    expect(folderOf(stepOf("before"), at, workspace, { ADVISOR_BRANCH, GITHUB_SHA })).toEqual({
      status: 0,
      stdout: expect.stringMatching(
        /^::warning::api-advisor cannot say what the pull request moves, as .*\n$/,
      ),
      folder: null,
    });
  });
});

interface Comment {
  readonly id: number;
  readonly user: { readonly login: string };
  body: string;
}

const bot = "github-actions[bot]";

/** What GitHub does with the comments of pull request 7 of acme/shop. Reading and writing answer the given statuses. */
class FakeGitHub {
  readonly comments: Comment[] = [];
  readonly calls: string[] = [];
  readonly #server: Server;
  #reads = 200;
  #writes = 201;

  constructor() {
    this.#server = createServer((request, response) => {
      let text = "";
      request.on("data", (chunk) => {
        text += String(chunk);
      });
      request.on("end", () => {
        const { method = "", url = "" } = request;
        this.calls.push(`${method} ${url.replace("/repos/acme/shop/issues/", "")}`);
        const status =
          request.headers.authorization !== "Bearer secret"
            ? 401
            : method === "GET"
              ? this.#reads
              : this.#writes;
        response.writeHead(status).end(JSON.stringify(status < 300 ? this.#answer(method, url, text) : {}));
      });
    });
  }

  #answer(method: string, url: string, text: string): unknown {
    if (method === "GET") {
      const page = Number(/&page=(\d+)/.exec(url)?.[1]);
      return this.comments.slice((page - 1) * 100, page * 100);
    }
    const { body } = JSON.parse(text);
    const id = Number(/comments\/(\d+)$/.exec(url)?.[1]);
    const known = this.comments.find((comment) => comment.id === id);
    if (known === undefined) this.says(bot, body);
    else known.body = body;
    return {};
  }

  says(login: string, body: string): void {
    this.comments.push({ id: this.comments.length + 1, user: { login }, body });
  }

  refuses({ reads = 200, writes = 201 }: { readonly reads?: number; readonly writes?: number }): void {
    this.#reads = reads;
    this.#writes = writes;
  }

  async listens(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

describe("what the action says of a pull request", () => {
  const step = stepOf("Say what the change of answers moves");
  const servers: FakeGitHub[] = [];
  const folders: string[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  interface Run {
    readonly after?: Files;
    readonly inputs?: Readonly<Record<string, string>>;
    readonly token?: string;
    readonly github?: FakeGitHub;
  }

  /** Runs the step on the files as they were and as they are. */
  async function say({ after = changes, inputs = {}, token = "secret", github = new FakeGitHub() }: Run) {
    const at = mkdtempSync(join(tmpdir(), "action-moves-"));
    folders.push(at);
    write(join(at, "before"), base);
    write(join(at, "workspace"), { ...base, ...after });
    if (!servers.includes(github)) servers.push(github);
    const api = await github.listens();
    const summary = join(at, "summary.md");
    appendFileSync(summary, "");
    const values: Readonly<Record<string, string>> = {
      "steps.base.outputs.folder": join(at, "before"),
      "steps.before.outputs.folder": join(at, "before"),
      "github.token": token,
      "github.event.pull_request.number": "7",
    };
    const env: Record<string, string> = {
      PATH: process.env["PATH"] ?? "",
      GITHUB_ACTION_PATH: root,
      GITHUB_API_URL: api,
      GITHUB_REPOSITORY: "acme/shop",
      GITHUB_STEP_SUMMARY: summary,
      RUNNER_TEMP: at,
    };
    for (const [name, expression] of Object.entries(step.env ?? {})) {
      const [, path = "", input = ""] = /^\$\{\{ ((?:inputs\.)?(\S+)) \}\}$/.exec(expression) ?? [];
      env[name] = values[path] ?? inputs[input] ?? action.inputs[input].default;
    }
    const child = spawn("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", step.run], {
      cwd: join(at, "workspace"),
      env,
    });
    let log = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk) => {
        log += String(chunk);
      });
    const status = await new Promise((resolve) => child.on("close", resolve));
    github.close();
    servers.splice(servers.indexOf(github), 1);
    expect({ status, warnings: /^::warning::.*cannot say/m.test(log) ? log : "" }).toEqual({
      status: 0,
      warnings: "",
    });
    return { log, summary: readFileSync(summary, "utf8"), calls: github.calls, comments: github.comments };
  }

  const row = /^\| shop +\| stateless \(\w+\) +\| \*\*stateful\*\* \(\w+\) +\| verdict, /m;

  it("is in the log, in the summary, and in one comment", async () => {
    const { log, summary, calls, comments } = await say({});
    for (const text of [log, summary, comments[0]?.body]) {
      expect(text).toMatch(row);
      expect(text).toContain("1 other surface: no answer changes.");
    }
    expect(calls).toEqual(["GET 7/comments?per_page=100&page=1", "POST 7/comments"]);
    expect(comments[0]?.body).toMatch(
      /^<!-- api-advisor: what moves, [0-9a-f]{12} -->\n## Stateless or stateful/,
    );
  });

  /** A pull request with a comment of ours, after more than a page of others. */
  async function commented(): Promise<FakeGitHub> {
    const { comments } = await say({});
    const github = new FakeGitHub();
    for (let count = 0; count < 100; count += 1) github.says("ann", "Looks good.");
    // Whoever quotes it is not us.
    github.says("mallory", comments[0]?.body ?? "");
    github.says(bot, "Coverage is 95 %.");
    github.says(bot, comments[0]?.body ?? "");
    return github;
  }
  const pages = [1, 2].map((page) => `GET 7/comments?per_page=100&page=${page}`);

  it("goes into the same comment when it changes", async () => {
    const github = await commented();
    const others = github.comments.slice(0, -1).map(({ body }) => body);
    await say({ github, after: { "shop.api-advisor.yaml": shop("multi-step-workflow") } });
    expect(github.calls).toEqual([...pages, "PATCH comments/103"]);
    expect(github.comments.at(-1)?.body).toMatch(/^\| shop .*\*\*(hybrid|stateful)\*\*/m);
    expect(github.comments.slice(0, -1).map(({ body }) => body)).toEqual(others);
  });

  it("is not written again while it is the same", async () => {
    const github = await commented();
    await say({ github });
    expect(github.calls).toEqual(pages);
  });

  it("is taken back when nothing moves any more", async () => {
    const github = await commented();
    const { summary } = await say({ github, after: {} });
    expect(github.calls).toEqual([...pages, "PATCH comments/103"]);
    expect(github.comments.at(-1)?.body).toContain("Nothing moves: the answers are as they were.");
    expect(summary).toBe("");
  });

  it("is taken back when files can no longer be read, which the check says", async () => {
    const github = await commented();
    await say({ github, after: { "shop.api-advisor.yaml": "version: 1\nservice: [\n" } });
    expect(github.comments.at(-1)?.body).toContain("not all of them can be read");
  });

  it("is no comment if no answer changes", async () => {
    const note = {
      "shop.api-advisor.yaml": `# looked at again\n${shop("independent-requests")}`,
      "x.md": "x",
    };
    const { calls, summary } = await say({ after: note });
    expect(calls).toEqual(["GET 7/comments?per_page=100&page=1"]);
    expect(summary).toBe("");
  });

  it.each([
    ["a token that may only read, as on a fork", { writes: 403 }, {}, 2],
    ["a token that may not even read", { reads: 403 }, {}, 1],
    ["a token that is not valid", {}, { token: "other" }, 1],
  ])("is in the log and the summary with %s", async (_, refusals, run, calls) => {
    const github = new FakeGitHub();
    github.refuses(refusals);
    const said = await say({ github, ...run });
    expect(said.log).toMatch(row);
    expect(said.summary).toMatch(row);
    expect(said.log).toContain("There is no comment on the pull request, as the token of this run may not");
    expect(said.log).not.toContain("::warning");
    expect(said.calls).toHaveLength(calls);
    expect(said.comments).toEqual([]);
  });

  it.each([
    ["without a token", { token: "" }],
    ["where the workflow wants none", { inputs: { comment: "false" } }],
  ])("asks GitHub for nothing %s", async (_, run) => {
    const { log, summary, calls } = await say(run);
    expect(calls).toEqual([]);
    expect(log).toMatch(row);
    expect(summary).toMatch(row);
  });

  it("is a warning if GitHub fails, and no failure", async () => {
    const github = new FakeGitHub();
    github.refuses({ writes: 502 });
    expect((await say({ github })).log).toContain(
      "::warning::The comment on the pull request cannot be written: POST answers 502\n",
    );
  });

  it("is of the files and the packs that the action is given, each with a comment of its own", async () => {
    const github = await commented();
    const { log } = await say({ github, inputs: { files: "still.api-advisor.yaml\n*.api-advisor.yaml\n" } });
    expect(log).toMatch(row);
    expect(github.calls).toEqual([...pages, "POST 7/comments"]);
    const { calls } = await say({ inputs: { files: "still.api-advisor.yaml" } });
    expect(calls).toEqual(["GET 7/comments?per_page=100&page=1"]);
  });

  it("takes names for text: no command, no mention, no markup", async () => {
    const name = "::error::x ##[error]y @acme/team <img src=x> #1 | `z`";
    const evil = {
      "evil.api-advisor.yaml": JSON.stringify({
        version: 1,
        service: name,
        answers: { failover: "restart-ok" },
      }),
    };
    const { log, comments, summary } = await say({
      after: { ...changes, ...evil },
      inputs: { rules: "", files: "" },
    });
    for (const text of [comments[0]?.body ?? "", summary]) {
      expect(text).toContain("new; kept:");
      expect(text).not.toMatch(/@acme|(?<!\\)<img|#1/);
    }
    const [, word = ""] = /^::stop-commands::(\S{36})$/m.exec(log) ?? [];
    const stopped = log.slice(log.indexOf("::stop-commands::"), log.indexOf(`\n::${word}::\n`));
    expect(log.replace(stopped, "")).not.toContain("error");
    expect(stopped).toContain("error");
  });

  it("is cut to what a comment may hold", async () => {
    const surfaces = Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => [`${"<@x".repeat(60)}${at}`, { answers: {} }]),
    );
    const after = {
      "long.api-advisor.yaml": JSON.stringify({ version: 1, service: "<@y".repeat(60), surfaces }),
    };
    const { comments, summary } = await say({ after });
    const [{ body = "" } = {}] = comments;
    expect(body.length).toBeLessThan(65_536);
    expect(body).toMatch(/\|\n\n… The page of the workflow run has the rest\.\n$/);
    expect(summary.length).toBeGreaterThan(body.length);
    expect(summary.length).toBeLessThan(2 ** 20 / 3);
  });
});
