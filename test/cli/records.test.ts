import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Run, root, runMain } from "./run-main.js";

const shop = (chat: string, cart = "interaction-style: independent-requests"): string => `version: 1
service: shop
surfaces:
  cart: { answers: { ${cart} } }
  chat: { answers: { ${chat} } }
`;
const open = "interaction-style: real-time-two-way";
const plain = "interaction-style: independent-requests";

/** A folder with answers in `shop.yaml`. */
class Place {
  readonly cwd = mkdtempSync(join(tmpdir(), "api-advisor-"));

  constructor(answers = shop(open)) {
    this.write("shop.yaml", answers);
  }

  write(name: string, text: string): void {
    writeFileSync(join(this.cwd, name), text);
  }

  read(name: string): string {
    return readFileSync(join(this.cwd, name), "utf8");
  }

  edit(name: string, change: (text: string) => string): void {
    this.write(name, change(this.read(name)));
  }

  names(folder = "adr"): readonly string[] {
    return readdirSync(join(this.cwd, folder)).sort();
  }

  /** Every file of the folder with its text. */
  texts(folder = "adr"): ReadonlyMap<string, string> {
    return new Map(this.names(folder).map((name) => [name, this.read(`${folder}/${name}`)]));
  }

  advise(today = "2026-11-30", output: readonly string[] = ["-f", "adr", "-o", "adr/"]): Promise<Run> {
    return runMain(["advise", "shop.yaml", "--no-analysis", ...output], { cwd: this.cwd, today });
  }

  decide(style: string, ...more: readonly string[]): Promise<Run> {
    const args = ["decide", "shop.yaml", "--surface", "chat", "--style", style, "--by", "chat team", ...more];
    return runMain(args, { cwd: this.cwd, today: "2026-11-30" });
  }
}

const statusOf = (text: string): string | undefined => /^status: (.*)$/m.exec(text)?.[1];

const cart = "0001-cart-keeps-nothing.md";
const chat = "0002-chat-keeps-the-two-way-conversation.md";

describe("the first run", () => {
  it("writes a numbered record for each surface, and says so", async () => {
    const place = new Place();
    expect(await place.advise()).toEqual({
      code: 0,
      stdout: `adr/${cart}: is new\nadr/${chat}: is new\n`,
      stderr: "",
    });
    expect(place.names()).toEqual([cart, chat]);
    expect(place.read(`adr/${chat}`)).toMatch(
      /^---\nstatus: proposed\ndate: 2026-11-30\n---\n\n# shop · chat keeps the two-way conversation: stateful\n/,
    );
  });

  it.each([
    ["an existing folder", ["-f", "adr", "-o", "./adr"]],
    ["its own format", ["-o", "adr=adr"]],
    ["its own format, with a slash", ["-o", "adr=adr/", "-o", "json=x.json"]],
    ["a link to it", ["-f", "adr", "-o", "link"]],
  ])("takes %s", async (_, output) => {
    const place = new Place();
    mkdirSync(join(place.cwd, "adr"));
    symlinkSync("adr", join(place.cwd, "link"));
    expect((await place.advise("2026-11-30", output)).code).toBe(0);
    expect(place.names()).toEqual([cart, chat]);
  });

  it("keeps standard output for a report", async () => {
    const place = new Place();
    const run = await place.advise("2026-11-30", ["-f", "json", "-o", "adr=adr/"]);
    expect(JSON.parse(run.stdout).services).toHaveLength(1);
    expect(run.stderr).toBe(`adr/${cart}: is new\nadr/${chat}: is new\n`);
  });

  it("makes folders within folders", async () => {
    const place = new Place();
    await place.advise("2026-11-30", ["-f", "adr", "-o", "docs/deep/adr/"]);
    expect(place.names("docs/deep/adr")).toHaveLength(2);
  });
});

describe("another run", () => {
  it("on another day changes nothing", async () => {
    const place = new Place();
    await place.advise("2026-11-30");
    const before = place.texts();
    const run = await place.advise("2027-02-01");
    expect(run).toEqual({
      code: 0,
      stdout: `adr/${cart}: is up to date\nadr/${chat}: is up to date\n`,
      stderr: "",
    });
    expect(place.texts()).toEqual(before);
  });

  it("changes nothing where only a line of the answers file or a detail of the report is another", async () => {
    const place = new Place();
    await place.advise();
    const before = place.texts();
    place.edit("shop.yaml", (text) => `# The shop\n${text}`);
    await runMain(["advise", "shop.yaml", "--details", "-o", "adr=adr"], { cwd: place.cwd });
    expect(place.texts()).toEqual(before);
  });

  it("with other answers supersedes the records of those surfaces alone", async () => {
    const place = new Place();
    await place.advise("2026-11-30");
    const before = place.texts();
    place.write("shop.yaml", shop(plain));
    const next = "0003-chat-keeps-nothing.md";
    expect((await place.advise("2027-02-01")).stdout).toBe(
      `adr/${next}: is new and supersedes 0002\nadr/${chat}: is superseded\nadr/${cart}: is up to date\n`,
    );
    expect(place.names()).toEqual([cart, chat, next]);
    expect(place.read(`adr/${cart}`)).toBe(before.get(cart));
    expect(statusOf(place.read(`adr/${chat}`))).toBe(`"superseded by [0003](${next})"`);
    expect(place.read(`adr/${next}`)).toContain(`\n\nSupersedes [0002](${chat}).\n\n`);
    expect(place.read(`adr/${next}`)).toContain("\ndate: 2027-02-01\n");
    // All that has changed of the old one, besides the digest at its end.
    const withoutEnd = (text = ""): string => text.replace(/<!-- written by .*/, "");
    expect(withoutEnd(place.read(`adr/${chat}`))).toBe(
      withoutEnd(before.get(chat)).replace("status: proposed", `status: "superseded by [0003](${next})"`),
    );
  });

  it("goes on from the latest: back to the first answers is a third record", async () => {
    const place = new Place();
    await place.advise();
    place.write("shop.yaml", shop(plain));
    await place.advise();
    place.write("shop.yaml", shop(open));
    await place.advise();
    expect(place.names()).toEqual([
      cart,
      chat,
      "0003-chat-keeps-nothing.md",
      "0004-chat-keeps-the-two-way-conversation.md",
    ]);
    expect(statusOf(place.read(`adr/${chat}`))).toContain("superseded by [0003]");
    expect(statusOf(place.read("adr/0003-chat-keeps-nothing.md"))).toContain("superseded by [0004]");
    expect((await place.advise()).stdout).not.toContain("is new");
  });

  it("keeps the line ends of a record that it supersedes", async () => {
    const place = new Place();
    await place.advise();
    place.edit(`adr/${chat}`, (text) => text.replaceAll("\n", "\r\n"));
    place.write("shop.yaml", shop(plain));
    await place.advise();
    const text = place.read(`adr/${chat}`);
    expect(text).toContain('status: "superseded by [0003](0003-chat-keeps-nothing.md)"\r\n');
    expect(text.replaceAll("\r\n", "")).not.toContain("\n");
  });
});

describe("a decision", () => {
  it("as proposed turns the proposal into the record of it", async () => {
    const place = new Place();
    await place.advise("2026-11-30");
    await place.decide("stateful");
    expect((await place.advise("2026-12-24")).stdout).toContain(`adr/${chat}: is accepted now\n`);
    expect(place.names()).toEqual([cart, chat]);
    expect(place.read(`adr/${chat}`)).toMatch(
      /^---\nstatus: accepted\ndate: \S+\ndecision-makers:\n {2}- "chat team"\n---\n/,
    );
    expect((await place.advise("2026-12-25")).stdout).not.toContain("accepted");
  });

  it("keeps what the proposal superseded", async () => {
    const place = new Place(shop(plain));
    await place.advise();
    place.write("shop.yaml", shop(open));
    await place.advise();
    await place.decide("stateful");
    await place.advise();
    const name = "0003-chat-keeps-the-two-way-conversation.md";
    expect(statusOf(place.read(`adr/${name}`))).toBe("accepted");
    expect(place.read(`adr/${name}`)).toContain("Supersedes [0002](0002-chat-keeps-nothing.md).");
  });

  it("against the proposal supersedes it", async () => {
    const place = new Place();
    await place.advise();
    await place.decide("stateless", "--because", "We poll", "--until", "2027-06-30");
    await place.advise();
    expect(place.names()).toEqual([cart, chat, "0003-chat-is-stateless.md"]);
    expect(statusOf(place.read("adr/0003-chat-is-stateless.md"))).toBe("accepted");
    expect(statusOf(place.read(`adr/${chat}`))).toContain("superseded by [0003]");
  });

  it("made again for another reason supersedes the one before", async () => {
    const place = new Place();
    await place.decide("stateful");
    await place.advise();
    await place.decide("stateful", "--because", "Presence is what we sell");
    await place.advise();
    expect(statusOf(place.read(`adr/${chat}`))).toContain("superseded by [0003]");
  });
});

describe("a record that a person has edited", () => {
  const edited = (text: string): string =>
    text.replace("## Decision Drivers", "Agreed on Tuesday.\n\n## Decision Drivers");

  it("is left alone, and the status that it should get is said once", async () => {
    const place = new Place();
    await place.advise();
    place.edit(`adr/${chat}`, edited);
    const before = place.read(`adr/${chat}`);
    place.write("shop.yaml", shop(plain));
    const next = "0003-chat-keeps-nothing.md";
    const run = await place.advise();
    expect(run.stdout).toBe(`adr/${next}: is new and supersedes 0002\nadr/${cart}: is up to date\n`);
    expect(run.stderr).toBe(
      `adr/${chat}: has been edited, so it is left as it is; change its status to: "superseded by [0003](${next})"\n`,
    );
    expect(place.read(`adr/${chat}`)).toBe(before);
    expect((await place.advise()).stderr).toBe("");
  });

  it("holds as long as its answers do", async () => {
    const place = new Place();
    await place.advise();
    place.edit(`adr/${chat}`, edited);
    expect(await place.advise()).toMatchObject({ stderr: "" });
    expect(place.names()).toEqual([cart, chat]);
  });

  it("becomes accepted by hand", async () => {
    const place = new Place();
    await place.advise();
    place.edit(`adr/${chat}`, edited);
    await place.decide("stateful");
    const run = await place.advise();
    expect(run.stderr).toBe(
      `adr/${chat}: has been edited, so it is left as it is; change its status to: "accepted"\n`,
    );
    place.edit(`adr/${chat}`, (text) => text.replace("status: proposed", "status: accepted"));
    expect(await place.advise()).toMatchObject({ stderr: "" });
    expect(place.names()).toEqual([cart, chat]);
  });

  it.each(["rejected", "deprecated", '"superseded by [0009](0009-ours.md)"'])(
    "to be %s is not superseded",
    async (status) => {
      const place = new Place();
      await place.advise();
      place.edit(`adr/${chat}`, (text) => text.replace("status: proposed", `status: ${status}`));
      place.write("shop.yaml", shop(plain));
      const run = await place.advise();
      expect(run).toMatchObject({ stderr: "" });
      expect(run.stdout).toContain("adr/0003-chat-keeps-nothing.md: is new\n");
      expect(place.read("adr/0003-chat-keeps-nothing.md")).not.toContain("Supersedes");
    },
  );

  it("by a formatter alone is not edited", async () => {
    const place = new Place();
    await place.advise();
    place.edit(`adr/${chat}`, (text) =>
      text.replace(/^\* /gm, "- ").replace(/\n\n<!-- written/, "\n\n\n<!-- written"),
    );
    place.write("shop.yaml", shop(plain));
    expect(await place.advise()).toMatchObject({ stderr: "" });
    expect(statusOf(place.read(`adr/${chat}`))).toContain("superseded");
  });
});

describe("a folder with records of others", () => {
  it.each<[string, readonly string[], string]>([
    ["adr-tools", ["0001-record-architecture-decisions.md", "0011-use-postgres.md"], "0012"],
    ["five digits", ["00041-use-postgres.md"], "00042"],
    ["few digits", ["7-use-postgres.md"], "0008"],
    ["a prefix", ["adr-012-use-postgres.md"], "0013"],
    ["log4brains", ["20200924-use-log4brains.md", "README.md", "index.md"], "0001"],
    ["all numbers", ["9999-last.md"], "10000"],
  ])("goes on with its numbers, and leaves them as they are: %s", async (_, names, number) => {
    const place = new Place();
    mkdirSync(join(place.cwd, "adr"));
    for (const name of names) place.write(`adr/${name}`, "# Ours\n");
    await place.advise();
    expect(place.names()).toContain(`${number}-cart-keeps-nothing.md`);
    for (const name of names) expect(place.read(`adr/${name}`)).toBe("# Ours\n");
  });

  it("does not mind what it cannot read", async () => {
    const place = new Place();
    mkdirSync(join(place.cwd, "adr/0005-folder.md"), { recursive: true });
    symlinkSync("nowhere", join(place.cwd, "adr/0006-dangling.md"));
    writeFileSync(join(place.cwd, "adr/0007-binary.md"), Buffer.from([0xff, 0xfe, 0x80]));
    expect((await place.advise()).code).toBe(0);
    expect(place.names()).toContain("0008-cart-keeps-nothing.md");
  });
});

it("two services keep records of their own for surfaces of one name", async () => {
  const place = new Place();
  place.write("other.yaml", shop(open).replace("service: shop", "service: other"));
  await place.advise();
  const run = await runMain(["advise", "other.yaml", "--no-analysis", "-f", "adr", "-o", "adr/"], {
    cwd: place.cwd,
  });
  expect(run.stdout).toBe(
    "adr/0003-cart-keeps-nothing.md: is new\nadr/0004-chat-keeps-the-two-way-conversation.md: is new\n",
  );
});

it("runs at the same time give each record a number of its own", async () => {
  const place = new Place();
  const names = ["a", "b", "c", "d", "e"];
  for (const name of names)
    place.write(`${name}.yaml`, shop(open).replace("service: shop", `service: ${name}`));
  const runs = await Promise.all(
    names.map((name) =>
      runMain(["advise", `${name}.yaml`, "--no-analysis", "-o", "adr=adr/"], { cwd: place.cwd }),
    ),
  );
  expect(runs.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0]);
  expect(place.names().map((name) => name.slice(0, 4))).toEqual(
    Array.from({ length: 10 }, (_, at) => String(at + 1).padStart(4, "0")),
  );
});

it("hostile names get files in the folder, and are found again", async () => {
  const names = [
    "../../etc/passwd",
    "..",
    "///",
    ".hidden",
    "日本語",
    "a\nb",
    "--> <!-- x",
    "\u001b[31m",
    "x".repeat(200),
  ];
  const surfaces = Object.fromEntries(
    names.map((name) => [name, { answers: { "interaction-style": "real-time-two-way" } }]),
  );
  const place = new Place(JSON.stringify({ version: 1, service: "../x", surfaces }));
  const before = readdirSync(place.cwd);
  expect((await place.advise()).code).toBe(0);
  expect(readdirSync(place.cwd).filter((name) => !before.includes(name))).toEqual(["adr"]);
  expect(place.names()).toHaveLength(names.length);
  for (const name of place.names()) expect(name).toMatch(/^00\d\d-[a-z\d日本語]+(-[a-z\d]+)*\.md$/);
  expect((await place.advise()).stdout.match(/is up to date/g)).toHaveLength(names.length);
});

it("names in any script are in the names of the files, and are found again and superseded", async () => {
  const place = new Place(shop(open).replaceAll("chat", "注文").replaceAll("cart", "Заказ"));
  const [first, second] = ["0001-заказ-keeps-nothing.md", "0002-注文-keeps-the-two-way-conversation.md"];
  expect((await place.advise()).stdout).toBe(`adr/${first}: is new\nadr/${second}: is new\n`);
  expect(place.names()).toEqual([first, second]);
  place.edit("shop.yaml", (text) => text.replace(open, plain));
  const third = "0003-注文-keeps-nothing.md";
  await place.advise();
  expect(place.read(`adr/${third}`)).toContain(`Supersedes [0002](${encodeURIComponent(second)}).`);
  expect(statusOf(place.read(`adr/${second}`))).toBe(`"superseded by [0003](${encodeURIComponent(third)})"`);
});

describe("nothing is written", () => {
  it("if one record cannot be", async () => {
    const place = new Place();
    await place.advise();
    const before = place.texts();
    place.write("shop.yaml", shop(plain));
    chmodSync(join(place.cwd, "adr", chat), 0o444);
    const run = await place.advise();
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain(`adr/${chat}: error: cannot be written: it is read-only`);
    expect(place.texts()).toEqual(before);
  });

  it.each<[string, readonly string[], string]>([
    ["text", ["-o", "new/"], "new/: error: is a folder, and `text` is written into one file"],
    ["html", ["-f", "html", "-o", "old"], "old: error: is a folder, and `html` is written into one file"],
    ["json", ["-o", "json=new/"], "new/: error: is a folder, and `json` is written into one file"],
    [
      "one folder twice",
      ["-o", "adr=old", "-o", "adr=./old/"],
      "./old/: error: cannot be written: it is the same file as `old`",
    ],
    [
      "an input",
      ["-o", "adr=shop.yaml/"],
      "shop.yaml/: error: cannot be written: it would overwrite the input `shop.yaml`",
    ],
    [
      "below a file",
      ["-o", "adr=shop.yaml/adr/"],
      "shop.yaml/adr/: error: cannot be written: part of the path is not a directory",
    ],
  ])("to a folder: %s", async (_, output, words) => {
    const place = new Place();
    mkdirSync(join(place.cwd, "old"));
    const run = await place.advise("2026-11-30", output);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain(words);
    expect(readdirSync(place.cwd).sort()).toEqual(["old", "shop.yaml"]);
    expect(place.names("old")).toEqual([]);
  });
});

it("one to two pages each: the examples", async () => {
  const cwd = mkdtempSync(join(tmpdir(), "api-advisor-"));
  const files = readdirSync(join(root, "examples")).filter((name) => name.endsWith(".yaml"));
  const args = ["advise", ...files.map((name) => join(root, "examples", name)), "-f", "adr", "-o", "adr/"];
  expect((await runMain(args, { cwd })).code).toBe(0);
  const records = readdirSync(join(cwd, "adr")).map((name) => readFileSync(join(cwd, "adr", name), "utf8"));
  expect(records.length).toBeGreaterThan(5);
  for (const record of records) {
    expect(record.split("\n").length).toBeLessThanOrEqual(110);
    // Of a picture only what it shows takes up a page.
    const shown = record.replace(/<!--.*?-->|^```mermaid$[\s\S]*?^```$/gm, "");
    expect(shown.split(/\s+/).filter((word) => /\w/.test(word)).length).toBeLessThanOrEqual(1350);
  }
});
