import fc from "fast-check";
import { compilePack } from "../../src/engine/compile/compile-pack.js";
import type { Answer, Answers } from "../../src/engine/model/answers.js";
import type { CompiledPack } from "../../src/engine/model/compiled-pack.js";
import type { Condition } from "../../src/engine/model/condition.js";
import type { Backing, Clash, Implication, Placement, Question } from "../../src/engine/model/pack.js";
import {
  classesOf,
  classOfPlace,
  concerns,
  followers,
  type Place,
  places,
  type Style,
} from "../../src/engine/model/verdict.js";
import { barePack, bareRule, type Effect } from "./bare-pack.js";
import { minimalPlacements } from "./minimal-placements.js";

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
  /** Position of the harmless option; null if there is none. */
  readonly harmless: number | null;
}

/**
 * Small packs that the compiler accepts: 2 to 6 questions of 2 to 4 options, now and then one that takes several, or
 * one that bears on the place alone; rules of all kinds and for all concerns over `all`, `any` and `not`; implications
 * that only name earlier questions; placements that depend on answers, second homes and clashes.
 */
export function generatedPack(size: GeneratedSize = { questions: 6, rules: 12 }): fc.Arbitrary<CompiledPack> {
  return fc
    .tuple(questionDrafts(size.questions), fc.boolean())
    .chain(([drafts, endsInPlace]) => {
      const asked = drafts.map(questionOf);
      const questions = asked.map((question, index) => ({
        ...question,
        bearsOnPlace: endsInPlace && index === asked.length - 1,
      }));
      // The last question is named by no implication, so it can bear on the place alone.
      const aboutNeed = questions.filter(({ bearsOnPlace }) => !bearsOnPlace);
      return fc.record({
        questions: fc.constant(questions),
        rules: fc.array(ruleOf(questions, aboutNeed), { minLength: 1, maxLength: size.rules }),
        placements: fc.array(placementOf(questions), { maxLength: 4 }),
        backings: fc.array(backingOf(questions), { maxLength: 2 }),
        clashes: fc.array(clashOf(questions), { maxLength: 2 }),
        implied: fc.tuple(
          ...questions.map((question, index) => implicationsOf(question, questions.slice(0, index))),
        ),
      });
    })
    .map(({ questions, rules, placements, backings, clashes, implied }) =>
      barePack({
        name: "generated",
        questions: questions.map((question, index) => ({ ...question, implied: implied[index] ?? [] })),
        rules: rules.map(([when, effect], index) => bareRule(`rule-${index}`, when, effect)),
        placements: [
          ...placements.map((placement, index) => ({ ...placement, id: `placement-${index}` })),
          ...minimalPlacements,
        ],
        backings: backings.map((backing, index) => ({ ...backing, id: `backing-${index}` })),
        clashes: clashes.map((clash, index) => ({ ...clash, id: `clash-${index}` })),
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

function questionDrafts(most: number): fc.Arbitrary<readonly Draft[]> {
  const single: fc.Arbitrary<Draft> = fc.record({
    options: fc.integer({ min: 2, max: 4 }),
    ordered: fc.boolean(),
    several: fc.constant(false),
    direction: fc.constantFrom<(Style | null)[]>(null, "stateless", "stateful"),
    harmless: fc.constantFrom(null, 0, 1),
  });
  const several: fc.Arbitrary<Draft> = fc.record({
    options: fc.integer({ min: 2, max: 3 }),
    ordered: fc.constant(false),
    several: fc.constant(true),
    direction: fc.constant(null),
    harmless: fc.constantFrom(null, 0, 1),
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
  const options = ids.map((id) => ({ id, label: id, help: "", examples: [], none: false }));
  const none = { id: "none-of-these", label: "None", help: "", examples: [], none: true };
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
    bearsOnPlace: false,
    harmless: draft.harmless === null ? null : (ids[draft.harmless] ?? null),
    options: draft.several ? [...options, none] : options,
    retired: [],
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

/** A rule as its condition and effect; one about need names only the questions that bear on it. */
function ruleOf(
  questions: readonly Question[],
  aboutNeed: readonly Question[],
): fc.Arbitrary<readonly [Condition, Effect]> {
  const concern = fc.oneof(fc.constant("interaction" as const), fc.constantFrom(...concerns));
  const points = fc.constantFrom(-5, -3, -2, -1, 1, 2, 3, 5);
  const needEffect: fc.Arbitrary<Effect> = fc.oneof(
    { weight: 6, arbitrary: fc.record({ need: points, concern }) },
    { weight: 1, arbitrary: fc.record({ given: fc.constantFrom("must", "must-not"), concern }) },
    { weight: 1, arbitrary: fc.record({ follows: fc.constantFrom(...followers) }) },
  );
  const placeEffect: fc.Arbitrary<Effect> = fc.oneof(
    { weight: 3, arbitrary: points.map((place) => ({ place })) },
    { weight: 1, arbitrary: fc.record({ given: fc.constantFrom("must-bind", "may-not-bind") }) },
  );
  return fc.oneof(
    { weight: 2, arbitrary: fc.tuple(conditionOver(aboutNeed), needEffect) },
    { weight: 1, arbitrary: fc.tuple(conditionOver(questions), placeEffect) },
  );
}

const citedNothing = { because: "", sources: [] };

/** A placement that depends on answers, before the unconditional ones that end the lists. */
function placementOf(questions: readonly Question[]): fc.Arbitrary<Unnamed<Placement>> {
  return fc
    .constantFrom(...concerns)
    .chain((concern) =>
      fc.record({
        concern: fc.constant(concern),
        when: conditionOver(questions, 1),
        place: fc.constantFrom<Place[]>(
          ...places.filter((place) => classesOf[concern].includes(classOfPlace[place])),
        ),
      }),
    )
    .map((placement) => ({ ...placement, pattern: null, beside: null, ...citedNothing }));
}

function backingOf(questions: readonly Question[]): fc.Arbitrary<Unnamed<Backing>> {
  return conditionOver(questions, 1).map((when) => ({ when, pattern: "any-store", ...citedNothing }));
}

function clashOf(questions: readonly Question[]): fc.Arbitrary<Unnamed<Clash>> {
  return fc.constantFrom(...questions).chain((question) =>
    conditionOver(questions, 0).map((other) => {
      const own: Condition = {
        kind: "answer",
        question: question.id,
        options: question.options.slice(0, 1).map(({ id }) => id),
      };
      return { when: { kind: "all", of: [own, other] }, because: "", reconsider: question.id };
    }),
  );
}

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

function unreachable(): never {
  throw new Error("filtered out before");
}
