import type { Guidance, Pattern, Tradeoff } from "../model/pack.js";
import { type Place, styles } from "../model/verdict.js";
import { type Entry, examplesIn } from "./entry-reader.js";

export function readTradeoff(e: Entry): Tradeoff {
  const kind = e.text("kind") === "advantage" ? "advantage" : "disadvantage";
  const mitigation = e.optional("mitigation");
  if (kind === "disadvantage" && mitigation === null)
    e.report({ code: "no-mitigation", id: e.id }, [], "key");
  if (kind === "advantage" && mitigation !== null)
    e.report({ code: "mitigation-on-advantage", id: e.id }, ["mitigation"], "key");
  return {
    id: e.id,
    style: styles.find((style) => style === e.optional("style")) ?? null,
    kind,
    places: e.list("places") as Tradeoff["places"],
    when: e.optionalCondition(),
    text: e.text("text"),
    mitigation,
    sources: e.citations(),
  };
}

export function readPattern(e: Entry): Pattern {
  return {
    id: e.id,
    title: e.text("title"),
    examples: examplesIn(e.fields),
    place: e.text("place") as Place,
    concerns: (e.list("concerns") ?? []) as Pattern["concerns"],
    what: e.text("what"),
    fits: e.text("fits"),
    watch: e.text("watch"),
    sources: e.citations(),
  };
}

export function readGuidance(e: Entry): Guidance {
  return {
    id: e.id,
    topic: e.text("topic") as Guidance["topic"],
    verdict: e.list("verdict") as Guidance["verdict"],
    places: e.list("places") as Guidance["places"],
    when: e.optionalCondition(),
    text: e.text("text"),
    because: e.text("because"),
    sources: e.citations(),
  };
}
