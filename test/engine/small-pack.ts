import { buildPack } from "../../src/engine/compile/build-pack.js";
import { unwrap } from "../../src/engine/diagnostics/render-problem.js";
import type { CompiledPack } from "../../src/engine/model/compiled-pack.js";
import { parseText } from "../../src/engine/parse/parse-text.js";

/** A pack small enough to work out by hand: three questions, one of each kind, and rules of each kind. */
export const smallPackText = `pack:
  format: 1
  name: small
  version: 1.2.3
  minimum-evidence: 2
topics:
  talk: { title: Talk, about: How they talk. }
questions:
  style:
    topic: talk
    ask: How do they talk?
    why: It decides most.
    help: Look at one exchange.
    options:
      apart: { label: Apart, help: Each request alone. }
      steps: { label: In steps, help: One after another. }
      stream: { label: Streaming, help: All the time. }
  load:
    topic: talk
    ask: How many are there?
    why: It decides where.
    help: Count them.
    ordered: true
    direction: stateless
    options:
      few: { label: Few, help: Under ten. }
      some: { label: Some, help: Under a thousand. }
      many: { label: Many, help: More. }
  kinds:
    topic: talk
    ask: What is it?
    why: It helps.
    help: Any that apply.
    several: true
    options:
      games: { label: Games, help: Games. }
      shops: { label: Shops, help: Shops. }
      neither: { label: Neither, help: None of these., none: true }
  order:
    topic: talk
    ask: Must it be in order?
    why: It helps.
    help: Think of two messages.
    ordered: true
    options:
      any: { label: Any order, help: Any. }
      strict: { label: In order, help: Strict. }
    implied:
      - { when: { style: apart }, answer: any, because: Nothing is sent. }
rules:
  streams: { when: { style: stream }, favours: stateful, weight: { live: 3 }, concern: interaction, because: A stream is held., sources: [claim] }
  steps-remembered: { when: { style: steps }, favours: stateful, weight: { kept: 2 }, concern: workflow, because: Steps are kept., sources: [claim] }
  alone: { when: { style: apart }, favours: stateless, weight: 3, concern: interaction, because: Nothing is kept., sources: [claim] }
  crowds: { when: { load: { at-least: some } }, favours: stateless, weight: 1, concern: operation, because: Many share., sources: ["paper §2"] }
  ordered-games: { when: { kinds: games, order: strict }, favours: stateful, weight: { live: 1, kept: 2 }, concern: session, because: Games keep order., sources: [claim] }
vetoes:
  stream-needs-state: { when: { style: stream }, forbids: stateless, concern: interaction, because: It is a stream., sources: [claim] }
placements:
  on-the-wire: { concern: interaction, evidence: live, place: connection, pattern: socket, because: It streams., sources: [claim] }
  nothing-there: { concern: interaction, place: nowhere, because: There is none., sources: [claim] }
patterns:
  socket: { title: Socket, place: connection, concerns: [interaction], what: A socket., fits: Streams., watch: Count them., sources: [paper] }
tradeoffs:
  fast: { style: stateful, kind: advantage, text: It is quick., sources: [claim] }
  lost: { style: stateful, kind: disadvantage, places: [connection], text: It is lost., mitigation: Keep it twice; costs memory., sources: [claim] }
  spread: { style: stateless, kind: advantage, when: { load: many }, text: It spreads., sources: [claim] }
guidance:
  retry: { topic: retries, verdict: [stateless], text: Send again., because: It is safe., sources: [claim] }
criteria:
  claim: { section: here, claim: It is so. }
references:
  paper: { title: A Paper }
`;

export function packOf(...texts: readonly string[]): ReturnType<typeof buildPack> {
  const layers = texts.map((text, index) => {
    const file = index === 0 ? "pack.yaml" : `pack-${index + 1}.yaml`;
    return { name: file, documents: unwrap(parseText({ file, text })) };
  });
  return buildPack(layers);
}

export function smallPack(): CompiledPack {
  return unwrap(packOf(smallPackText));
}
