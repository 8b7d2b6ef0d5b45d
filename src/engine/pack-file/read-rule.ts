import { questionsNamed } from "../model/condition.js";
import type { Clash, Rule, RuleKind } from "../model/pack.js";
import type { Entry } from "./entry-reader.js";

/** A rule of the section of its kind. */
export function readRule(e: Entry, kind: RuleKind): Rule {
  const points = typeof e.fields["points"] === "number" ? e.fields["points"] : 0;
  const keeps = e.optional("keeps");
  if (keeps !== null && points < 0) e.report({ code: "keeps-nothing", id: e.id }, ["keeps"], "key");
  return {
    id: e.id,
    kind,
    concern: (e.optional("concern") ?? "interaction") as Rule["concern"],
    points,
    when: e.condition(e.fields["when"], ["when"]),
    keeps,
    because: e.text("because"),
    sources: e.citations(),
    contested: e.optional("contested"),
  };
}

export function readClash(e: Entry): Clash {
  const when = e.condition(e.fields["when"], ["when"]);
  const reconsider = e.reference("questions", "reconsider", "question");
  const named = questionsNamed(when);
  if (e.has("questions", reconsider) && !named.includes(reconsider))
    e.report({ code: "reconsiders-other", id: e.id, question: reconsider, known: named }, ["reconsider"]);
  return { id: e.id, when, because: e.text("because"), reconsider };
}
