import { answered, assumed, digits, type Figures, shared } from "./figures.js";

// What is compared is its shape too, so nothing is assumed about it: a field that is missing throws or differs.
// biome-ignore lint/suspicious/noExplicitAny: see above
type Any = any;

const concernIds = ["interaction", "session", "workflow", "sync"];

/** The figures of a surface of a JSON report, or of a line of JSON lines. */
export function figuresOfJson(surface: Any): Figures {
  const of = (id: string) => surface.concerns.find((each: Any) => each.id === id);
  return {
    verdict: surface.verdict,
    grade: surface.grade,
    answersTrust: surface.trust?.answers ?? null,
    weightsTrust: surface.trust?.weights ?? null,
    radius: digits(surface.stability.radius),
    clashes: surface.clashes.map(({ id }: Any) => id),
    answers: list(Object.entries<Any>(surface.answers), ([question, answer]) =>
      answered(question, [answer].flat(), question in surface.implied),
    ),
    concerns: byConcern((id) => ({
      kept: of(id).kept,
      class: of(id).class,
      need: of(id).need,
      placing: of(id).place,
      place: of(id).placement,
      pattern: of(id).pattern,
      beside: of(id).beside,
      fired: [...of(id).givens, ...of(id).follows].sort(),
    })),
    backedBy: of("interaction").backedBy?.pattern ?? null,
    contributions: list(surface.contributions, (each) =>
      shared({ ...each, implied: each.question in surface.implied }),
    ),
    reach: ["stateless", "stateful", "hybrid", "undecided"].map((verdict) => digits(surface.reach[verdict])),
    worth: list(surface.unanswered, (each) => `${each.question} ${digits(each.valueOfInformation)}`),
    overturning: list(
      surface.unanswered.filter((each: Any) => each.overturns),
      (each) => each.question,
    ),
    assumed: assumptions(surface.assumptions),
    ...tipping(
      surface.tippingPoints.map((each: Any) => ({ ...each, changes: changesBy(surface, each.set) })),
      surface.concernTippingPoints.map((each: Any) => ({ ...each, change: changesBy(surface, each.set)[0] })),
    ),
  };
}

/** What a set of answers changes: an option for another or, of a question that takes several, one added or dropped. */
function changesBy({ answers }: Any, set: Any): readonly Any[] {
  return Object.entries<Any>(set).map(([question, to]) => {
    const from = answers[question];
    if (!Array.isArray(to)) return { question, from, to };
    const [dropped = null] = from.filter((option: string) => !to.includes(option));
    const [added = null] = to.filter((option) => !from.includes(option));
    return { question, from: dropped, to: added };
  });
}

/** The figures of a recommendation of the library. */
export function figuresOfLibrary(from: Any): Figures {
  const { trust, stability, reach, open, tippingPoints, concernTippingPoints } = from.analysis;
  const of = (id: string) => from.concerns.find((each: Any) => each.concern === id);
  const ways = Object.values<bigint>(reach).reduce((total, each) => total + each, 0n);
  return {
    verdict: from.verdict,
    grade: trust?.grade ?? null,
    answersTrust: trust?.answers ?? null,
    weightsTrust: trust?.weights ?? null,
    radius: digits(stability.radius),
    clashes: from.clashes.map(({ clash }: Any) => clash.id),
    answers: list(from.answers, (each) =>
      answered(
        each.question,
        each.options.map(({ id }: Any) => id),
        each.state === "implied",
      ),
    ),
    concerns: byConcern((id) => ({
      kept: of(id).kept,
      class: of(id).class,
      need: of(id).need,
      placing: id === "interaction" ? of(id).place : null,
      place: of(id).placement?.place ?? null,
      pattern: of(id).placement?.pattern?.id ?? null,
      beside: of(id).placement?.beside?.id ?? null,
      fired: list(
        from.settled.filter(({ rule }: Any) => (rule.concern ?? "interaction") === id),
        ({ rule }) => rule.id,
      ),
    })),
    backedBy: of("interaction").placement?.backedBy?.pattern.id ?? null,
    contributions: list(from.contributions, (each) =>
      shared({ ...each, for: each.for / each.denominator, against: each.against / each.denominator }),
    ),
    reach: ["stateless", "stateful", "hybrid", "undecided"].map((verdict) =>
      digits(Number((reach[verdict] * 10n ** 15n) / ways) / 1e15),
    ),
    worth: list(open, (each) => `${each.question} ${digits(each.valueOfInformation)}`),
    overturning: list(
      open.filter((each: Any) => each.overturns),
      (each) => each.question,
    ),
    assumed: assumptions(from.assumptions),
    ...tipping(tippingPoints.points, concernTippingPoints),
  };
}

function assumptions(all: readonly Any[]): readonly string[] {
  return all
    .flatMap(({ question, otherwise }) => otherwise.map((each: Any) => assumed(question, each)))
    .sort();
}

function tipping(points: readonly Any[], moves: readonly Any[]) {
  const changed = ({ question, from, to }: Any) => `${question}: ${from} > ${to}`;
  const single = points.filter(({ changes }) => changes.length === 1);
  return {
    tipping: list(single, ({ changes, verdict }) => `${changed(changes[0])}: ${verdict}`),
    moving: list(moves, (each) => `${changed(each.change)}: ${each.concern} ${each.class}`),
  };
}

function list(items: readonly Any[], text: (item: Any) => string): readonly string[] {
  return items.map(text).sort();
}

function byConcern(value: (id: string) => unknown) {
  return Object.fromEntries(concernIds.map((id) => [id, value(id)]));
}
