import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { unwrap } from "../../src/engine/diagnostics/render-problem.js";
import type { Answers } from "../../src/engine/model/answers.js";
import type { CompiledPack } from "../../src/engine/model/compiled-pack.js";
import type { DecidedVerdict, Verdict } from "../../src/engine/model/verdict.js";
import { profileOf } from "../../src/engine/score/fill-implied.js";
import { score, scoreOf } from "../../src/engine/score/score.js";
import { readPacks } from "../../src/packs/load-pack.js";

const root = join(import.meta.dirname, "../..");
const readYaml = (...path: readonly string[]) => parse(readFileSync(join(root, ...path), "utf8"));
const page = readFileSync(join(root, "docs/real-systems.md"), "utf8");

type Coded = Readonly<Record<string, string | readonly string[]>>;
interface System {
  readonly id: string;
  readonly documented: DecidedVerdict;
  readonly answers: Coded;
}

function systemsIn(file: string, coder: "first" | "second" = "first"): readonly System[] {
  const { systems } = readYaml("docs/systems", file);
  return Object.entries<Record<string, never>>(systems).map(([id, system]) => ({
    id,
    documented: (coder === "second" && system["second-documented"]) || system["documented"],
    answers: coder === "first" ? system["answers"] : system["second-answers"],
  })) as never;
}

const real = readdirSync(join(root, "rules/cases/real")).map((file): System => {
  const { documented, answers } = readYaml("rules/cases/real", file);
  return { id: file.replace(".yaml", ""), documented, answers };
});

const sets = {
  "the 49": real,
  "the 40": systemsIn("forty.yaml"),
  "the 24, first coder": systemsIn("field.yaml"),
  "the 24, second coder": systemsIn("field.yaml", "second"),
} as const;

function answersOf(coded: Coded): Answers {
  return new Map(
    Object.entries(coded).map(([id, options]) => [
      id,
      options === "unsure"
        ? { kind: "unsure", note: null }
        : { kind: "chosen", options: [options].flat(), note: null },
    ]),
  );
}

/** The confusion matrix as the page prints it. */
function matrix(systems: readonly System[], verdictOf: (system: System) => Verdict): string {
  const columns: readonly Verdict[] = ["stateless", "hybrid", "stateful", "undecided"];
  const rows = (["stateless", "hybrid", "stateful"] as const).map((style) => {
    const own = systems.filter(({ documented }) => documented === style);
    const counts = columns.map((verdict) => own.filter((system) => verdictOf(system) === verdict).length);
    return `| ${style} (${own.length}) | ${counts.join(" | ")} |\n`;
  });
  return `| documented \\ verdict | ${columns.join(" | ")} |\n| --- | --: | --: | --: | --: |\n${rows.join("")}`;
}

const verdictBy =
  (pack: CompiledPack) =>
  ({ answers }: System): Verdict =>
    score(pack, profileOf(pack, answersOf(answers)).possible).verdict;

/** The verdict with every rule for or against keeping something worth one point. */
const verdictByOnes =
  (pack: CompiledPack) =>
  ({ answers }: System): Verdict => {
    const { fired } = score(pack, profileOf(pack, answersOf(answers)).possible);
    return scoreOf(
      fired.map((rule) =>
        rule.entry.kind === "need"
          ? { ...rule, entry: { ...rule.entry, points: Math.sign(rule.entry.points) } }
          : rule,
      ),
    ).verdict;
  };

const agreement = (systems: readonly System[], verdictOf: (system: System) => Verdict): number =>
  systems.filter((system) => verdictOf(system) === system.documented).length;

describe("docs/real-systems.md", () => {
  let pack: CompiledPack;
  beforeAll(async () => {
    pack = unwrap(await readPacks([], root)).compiled;
  });

  it.each(Object.entries(sets))("prints the matrix of %s as it comes out", (_, systems) => {
    expect(page).toContain(matrix(systems, verdictBy(pack)));
  });

  it("prints the agreement of each set, and that with every need worth one point", () => {
    for (const [name, systems] of Object.entries(sets)) {
      const [own, ones] = [verdictBy, verdictByOnes].map((by) => agreement(systems, by(pack)));
      expect(page).toContain(`| ${name} | ${systems.length} | ${own} | ${ones} |`);
    }
  });
});
