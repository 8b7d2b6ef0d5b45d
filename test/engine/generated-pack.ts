import fc from "fast-check";
import { compilePack } from "../../src/engine/compile/compile-pack.js";
import type { Answer, Answers } from "../../src/engine/model/answers.js";
import type { CompiledPack } from "../../src/engine/model/compiled-pack.js";
import type { Condition } from "../../src/engine/model/condition.js";
import type { Implication, Pack, Question, Rule, Settings, Veto } from "../../src/engine/model/pack.js";
import { concerns, type Style } from "../../src/engine/model/verdict.js";
import { barePack } from "./bare-pack.js";

export interface GeneratedSize {
  readonly questions: number;
  readonly rules: number;
}

/** One question in raw form: how many options, and which kind. */
interface Draft {
  readonly options: number;
  readonly ordered: boolean;
  readonly several: boolean;
  readonly direction: Style | null;
}

/**
 * Small packs that the compiler accepts: 2 to 6 questions of 2 to 4 options, now and then one that takes several;
 * rules and vetoes over `all`, `any` and `not`; implications that only name earlier questions; any boundaries.
 */
export function generatedPack(size: GeneratedSize = { questions: 6, rules: 9 }): fc.Arbitrary<CompiledPack> {
  return questionDrafts(size.questions)
    .chain((drafts) => {
      const questions = drafts.map(questionOf);
      return fc.record({
        questions: fc.constant(questions),
        settings,
        rules: fc.array(ruleOf(questions), { minLength: 1, maxLength: size.rules }),
        vetoes: fc.array(vetoOf(questions), { maxLength: 2 }),
        implied: fc.tuple(
          ...questions.map((question, index) => implicationsOf(question, questions.slice(0, index))),
        ),
      });
    })
    .map(({ implied, ...parts }) =>
      packOf({
        ...parts,
        questions: parts.questions.map((question, index) => ({ ...question, implied: implied[index] ?? [] })),
      }),
    )
    .map((pack) => compilePack(pack))
    .filter((outcome) => outcome.kind === "ok")
    .map((outcome) => (outcome.kind === "ok" ? outcome.value : unreachable()));
}

/** A generated pack with some of its questions answered. */
export function generatedCase(size?: GeneratedSize): fc.Arbitrary<{ pack: CompiledPack; answers: Answers }> {
  return generatedPack(size).chain((pack) => answersTo(pack).map((answers) => ({ pack, answers })));
}

/** Answers to some of the questions, `unsure` among them. */
function answersTo(pack: CompiledPack): fc.Arbitrary<Answers> {
  const each = pack.questions.map((question) =>
    answerTo(question).map((answer) => [question.id, answer] as const),
  );
  return fc
    .tuple(...each)
    .map((entries) => new Map(entries.flatMap(([id, answer]) => (answer === null ? [] : [[id, answer]]))));
}

function answerTo(question: Question): fc.Arbitrary<Answer | null> {
  const ids = question.options.filter(({ none }) => !none).map(({ id }) => id);
  const chosen = question.several
    ? fc.subarray(ids).map((options) => (options.length === 0 ? ["none-of-these"] : options))
    : fc.constantFrom(...ids).map((id) => [id]);
  return fc.oneof(
    { weight: 3, arbitrary: chosen.map((options): Answer => ({ kind: "chosen", options, note: null })) },
    { weight: 2, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constant<Answer>({ kind: "unsure", note: null }) },
  );
}

const settings: fc.Arbitrary<Settings> = fc.record({
  needBoundaryPercent: fc.oneof(fc.constant(0), fc.constantFrom(-50, -20, 10, 33, 60)),
  boundBoundaryPercent: fc.oneof(fc.constant(50), fc.constantFrom(20, 37, 60, 80)),
  minimumEvidence: fc.nat({ max: 4 }),
  firmRadius: fc.constant(0.25),
  fragileRadius: fc.constant(0.1),
});

function questionDrafts(most: number): fc.Arbitrary<readonly Draft[]> {
  const single: fc.Arbitrary<Draft> = fc.record({
    options: fc.integer({ min: 2, max: 4 }),
    ordered: fc.boolean(),
    several: fc.constant(false),
    direction: fc.constantFrom<(Style | null)[]>(null, "stateless", "stateful"),
  });
  const several: fc.Arbitrary<Draft> = fc.record({
    options: fc.integer({ min: 2, max: 3 }),
    ordered: fc.constant(false),
    several: fc.constant(true),
    direction: fc.constant(null),
  });
  return fc
    .tuple(
      fc.array(single, { minLength: 2, maxLength: most - 1 }),
      fc.option(several, { nil: null, freq: 3 }),
      fc.nat(),
    )
    .map(([singles, extra, at]) =>
      extra === null ? singles : singles.toSpliced(at % (singles.length + 1), 0, extra),
    );
}

function questionOf(draft: Draft, index: number): Question {
  const ids = ["a", "b", "c", "d"].slice(0, draft.options);
  const options = ids.map((id) => ({ id, label: id, help: "", none: false }));
  const none = { id: "none-of-these", label: "None", help: "", none: true };
  return {
    id: `q${index}`,
    topic: "topic",
    ask: "?",
    why: "",
    help: "",
    ordered: draft.ordered,
    several: draft.several,
    essential: false,
    direction: draft.ordered ? draft.direction : null,
    options: draft.several ? [...options, none] : options,
    implied: [],
  };
}

function conditionOver(questions: readonly Question[], depth = 2): fc.Arbitrary<Condition> {
  const atom = fc.constantFrom(...questions).chain((question) =>
    fc
      .subarray(
        question.options.map(({ id }) => id),
        { minLength: 1, maxLength: question.options.length - 1 },
      )
      .map((options): Condition => ({ kind: "answer", question: question.id, options })),
  );
  if (depth === 0) return atom;
  const parts = fc.array(conditionOver(questions, depth - 1), { minLength: 1, maxLength: 2 });
  return fc.oneof(
    { weight: 4, arbitrary: atom },
    { weight: 2, arbitrary: parts.map((of): Condition => ({ kind: "all", of })) },
    { weight: 2, arbitrary: parts.map((of): Condition => ({ kind: "any", of })) },
    {
      weight: 1,
      arbitrary: conditionOver(questions, depth - 1).map((of): Condition => ({ kind: "not", of })),
    },
  );
}

type Unnamed<Entry> = Omit<Entry, "id">;

function ruleOf(questions: readonly Question[]): fc.Arbitrary<Unnamed<Rule>> {
  const weight = fc.oneof(
    fc.integer({ min: 1, max: 5 }).map((stateless) => ({ live: 0, kept: 0, stateless })),
    fc.integer({ min: 1, max: 4 }).map((live) => ({ live, kept: 0, stateless: 0 })),
    fc.integer({ min: 1, max: 4 }).map((kept) => ({ live: 0, kept, stateless: 0 })),
    fc.record({
      live: fc.integer({ min: 1, max: 2 }),
      kept: fc.integer({ min: 1, max: 3 }),
      stateless: fc.constant(0),
    }),
  );
  return fc
    .record({ when: conditionOver(questions), weight, concern: fc.constantFrom(...concerns) })
    .map((rule) => ({
      ...rule,
      favours: rule.weight.stateless > 0 ? "stateless" : "stateful",
      ...citedNothing,
    }));
}

function vetoOf(questions: readonly Question[]): fc.Arbitrary<Unnamed<Veto>> {
  return fc
    .record({
      when: conditionOver(questions),
      forbids: fc.constantFrom<Style[]>("stateless", "stateful"),
      concern: fc.constantFrom(...concerns),
    })
    .map((veto) => ({ ...veto, ...citedNothing }));
}

const citedNothing = { because: "", sources: [], contested: null };

function implicationsOf(
  question: Question,
  earlier: readonly Question[],
): fc.Arbitrary<readonly Implication[]> {
  if (question.several || earlier.length === 0) return fc.constant([]);
  const implication = fc.record({
    when: conditionOver(earlier, 1),
    answer: fc.constantFrom(...question.options.map(({ id }) => id)),
    because: fc.constant(""),
  });
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(implication, { minLength: 1, maxLength: 2 }) },
  );
}

function packOf({
  rules,
  vetoes,
  ...parts
}: {
  readonly questions: readonly Question[];
  readonly settings: Settings;
  readonly rules: readonly Unnamed<Rule>[];
  readonly vetoes: readonly Unnamed<Veto>[];
}): Pack {
  return barePack({
    ...parts,
    name: "generated",
    rules: rules.map((rule, index) => ({ id: `rule-${index}`, ...rule })),
    vetoes: vetoes.map((veto, index) => ({ id: `veto-${index}`, ...veto })),
  });
}

function unreachable(): never {
  throw new Error("filtered out before");
}
