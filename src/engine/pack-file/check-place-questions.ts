import { errorIn, type Problem } from "../diagnostics/problem.js";
import { type Condition, questionsNamed } from "../model/condition.js";
import type { Pack, Question, Rule, RuleKind } from "../model/pack.js";
import { locateEntry, type RawPack } from "./raw-pack.js";

/** The kinds of rules about whether state is kept, or about what goes where the conversation goes. */
const needKinds: readonly RuleKind[] = ["need", "must", "must-not", "follows"];

/**
 * A question that bears on the place alone may be read by no rule about need, and by no implication whose question
 * such a rule reads, directly or through further implications: then no answer to it turns "not kept" into "kept".
 */
export function checkPlaceQuestions(
  { rules, questions }: Pick<Pack, "rules" | "questions">,
  raw: RawPack,
): readonly Problem[] {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const placeQuestionsIn = (when: Condition): readonly string[] =>
    questionsNamed(when).filter((id) => byId.get(id)?.bearsOnPlace === true);
  const aboutNeed = rules.filter(({ kind }) => needKinds.includes(kind));
  const directly = aboutNeed.flatMap(({ id, kind, when }) =>
    placeQuestionsIn(when).map((question): Problem => {
      const at = locateEntry(raw, kind, id, ["when"]);
      return errorIn(at.file, { code: "place-only", id, question, through: null }, at);
    }),
  );
  const byImplication = [...readBy(aboutNeed, byId)].flatMap(([{ id: through, implied }, rule]) =>
    implied.flatMap(({ when }, index) =>
      placeQuestionsIn(when).map((question): Problem => {
        const at = locateEntry(raw, "questions", through, ["implied", index, "when"]);
        return errorIn(at.file, { code: "place-only", id: rule.id, question, through }, at);
      }),
    ),
  );
  return [...directly, ...byImplication];
}

/**
 * The questions that rules read, directly or through implications, each with one of those rules. What implies a
 * question that bears on the place alone is left out: that question is at fault itself.
 */
function readBy(rules: readonly Rule[], byId: ReadonlyMap<string, Question>): ReadonlyMap<Question, Rule> {
  const found = new Map<Question, Rule>();
  const add = (when: Condition, rule: Rule): void => {
    for (const question of questionsNamed(when).map((id) => byId.get(id)))
      if (question !== undefined && !question.bearsOnPlace && !found.has(question)) found.set(question, rule);
  };
  for (const rule of rules) add(rule.when, rule);
  // A map also visits what is added to it on the way, so this goes as far as the implications do.
  for (const [{ implied }, rule] of found) for (const { when } of implied) add(when, rule);
  return found;
}
