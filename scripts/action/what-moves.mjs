// Says what a pull request's change of answers moves: in the log, on the page of the workflow run, and in one comment,
// which later runs keep current. A step of action.yml runs it; the check after it is what may fail.
import { spawnSync } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { appendFileSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const { ADVISOR_TOKEN: token, ...env } = process.env;
const { ADVISOR_FILES: files, ADVISOR_CONFIG: config, ADVISOR_RULES: rules } = env;

/** A comment on GitHub has at most 65,536 characters. */
const mostCharacters = 60_000;
/** Whose comments those of the workflow's own token are. Nobody else's is touched, whatever is written in it. */
const author = "github-actions[bot]";
/** Tells this step's comment from that of another with other files. It is not shown. */
const key = createHash("sha256")
  .update(JSON.stringify([files, config, rules]))
  .digest("hex")
  .slice(0, 12);
const marker = `<!-- api-advisor: what moves, ${key} -->`;

const { text, changes } = withoutCommands(compared);
if (changes && env.GITHUB_STEP_SUMMARY) appendFileSync(env.GITHUB_STEP_SUMMARY, `${text}\n`);
if (env.ADVISOR_COMMENT === "true" && token) await comment();

/** What moves, as Markdown, and whether any answers change. */
function compared() {
  const json = join(mkdtempSync(join(env.RUNNER_TEMP || tmpdir(), "api-advisor-moves-")), "moves.json");
  const args = ["compare", "--base", env.ADVISOR_BEFORE, "--format", "markdown", "--output", `json=${json}`];
  if (config === "none") args.push("--no-config");
  else if (env.ADVISOR_BASE) args.push("--config", `${env.ADVISOR_BASE}/${config}`);
  else if (config) args.push("--config", config);
  for (const pack of linesOf(rules)) args.push("--rules", pack);
  const command = [join(env.GITHUB_ACTION_PATH, "bin/api-advisor.js"), ...args, "--", ...linesOf(files)];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    env,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  console.log(stderr + stdout);
  if (status !== 0)
    return { text: "What the answers move cannot be said, as not all of them can be read.", changes: false };
  const { surfaces, added, removed } = JSON.parse(readFileSync(json, "utf8"));
  return { text: stdout, changes: surfaces.length + added.length + removed.length > 0 };
}

/** Runs it while no line of the log is taken for a command: names in it are those of the pull request. */
function withoutCommands(run) {
  const word = randomUUID();
  console.log(`::stop-commands::${word}`);
  try {
    return run();
  } finally {
    console.log(`::${word}::`);
  }
}

function linesOf(input = "") {
  return input.split("\n").filter((line) => line !== "");
}

/** Keeps the comment current; the first one is made once there is something to say. */
async function comment() {
  const body = `${marker}\n${cut(text)}`;
  const comments = `issues/${env.ADVISOR_PULL}/comments`;
  try {
    const found = await ownComment(comments);
    if (found === null && changes) await call("POST", comments, { body });
    else if (found !== null && found.body !== body)
      await call("PATCH", `issues/comments/${found.id}`, { body });
  } catch (error) {
    if ([401, 403, 404].includes(error.status))
      console.log(
        "There is no comment on the pull request, as the token of this run may not write one: that takes `permissions: { pull-requests: write }`, and is never so on a pull request from a fork.",
      );
    else console.log(`::warning::The comment on the pull request cannot be written: ${error.message}`);
  }
}

async function ownComment(comments) {
  for (let page = 1; ; page += 1) {
    const listed = await call("GET", `${comments}?per_page=100&page=${page}`);
    const own = listed.find(({ user, body }) => user?.login === author && body?.startsWith(marker));
    if (own !== undefined) return own;
    if (listed.length < 100) return null;
  }
}

async function call(method, path, content) {
  const response = await fetch(`${env.GITHUB_API_URL}/repos/${env.GITHUB_REPOSITORY}/${path}`, {
    method,
    headers: { accept: "application/vnd.github+json", authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(30_000),
    ...(content === undefined ? {} : { body: JSON.stringify(content) }),
  });
  if (response.ok) return response.json();
  throw Object.assign(new Error(`${method} answers ${response.status}`), { status: response.status });
}

/** The lines that a comment has room for. */
function cut(markdown) {
  if (markdown.length <= mostCharacters) return markdown;
  const end = markdown.lastIndexOf("\n", mostCharacters);
  return `${markdown.slice(0, end)}\n\n… The page of the workflow run has the rest.\n`;
}
