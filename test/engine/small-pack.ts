import { buildPack } from "../../src/engine/compile/build-pack.js";
import { unwrap } from "../../src/engine/diagnostics/render-problem.js";
import type { CompiledPack } from "../../src/engine/model/compiled-pack.js";
import { parseText } from "../../src/engine/parse/parse-text.js";
import { minimalPatternsText, minimalPlacementsText } from "./minimal-placements.js";

/**
 * A pack small enough to work out by hand: four questions, one of each sort, all seven kinds of rules, and all four
 * concerns.
 */
export const smallPackText = `pack:
  format: 2
  name: small
  version: 1.2.3
topics:
  talk: { title: Talk, about: How they talk. }
questions:
  style:
    topic: talk
    ask: How do they talk?
    why: It decides most.
    help: Look at one exchange.
    essential: true
    options:
      apart: { label: Apart, help: Each request alone. }
      steps: { label: In steps, help: One after another. }
      stream: { label: Streaming, help: All the time., examples: [WebSocket, gRPC streams] }
  load:
    topic: talk
    ask: How many are there?
    why: It decides where.
    help: Count them.
    ordered: true
    direction: stateless
    bears-on: place
    options:
      few: { label: Few, help: Under ten. }
      some: { label: Some, help: Under a thousand. }
      many: { label: Many, help: More. }
    retired:
      lots: { replaced-by: many }
      varying: { replaced-by: unsure }
  kinds:
    topic: talk
    ask: What is it?
    why: It helps.
    help: Any that apply.
    several: true
    harmless: neither
    options:
      games: { label: Games, help: Games. }
      shops: { label: Shops, help: Shops. }
      neither: { label: Neither, help: None of these., none: true }
    retired:
      toys: { replaced-by: games }
      other: { replaced-by: unsure }
  order:
    topic: talk
    ask: Must it be in order?
    why: It helps.
    help: Think of two messages.
    ordered: true
    harmless: any
    options:
      any: { label: Any order, help: Any. }
      strict: { label: In order, help: Strict. }
    implied:
      - { when: { style: apart }, answer: any, because: Nothing is sent. }
need:
  streams: { concern: interaction, points: 3, when: { style: stream }, keeps: the stream, because: A stream is held., sources: [claim] }
  alone: { concern: interaction, points: -3, when: { style: apart }, because: Nothing is kept., sources: [claim] }
  steps-fit: { concern: interaction, points: -1, when: { style: steps }, because: A step fits in a request., sources: [claim] }
  steps-remembered: { concern: workflow, points: 2, when: { style: steps }, keeps: the task, because: Steps are kept., sources: [claim] }
  ordered-games: { concern: session, points: 2, when: { kinds: games, order: strict }, because: Games keep order., sources: [claim] }
  shops-offline: { concern: sync, points: 1, when: { kinds: shops }, keeps: the cart, because: Carts are filled offline., sources: ["paper §2"] }
must:
  ordered-stream: { concern: interaction, when: { style: stream, order: strict }, keeps: the order of the stream, because: Its order is kept., sources: [claim] }
must-not:
  nobody-stays: { concern: session, when: { style: apart }, because: Nobody stays., sources: [claim] }
place:
  held-open: { points: 2, when: { style: stream }, because: It is held open., sources: [claim] }
  crowds: { points: -1, when: { load: { at-least: some } }, because: Many share., sources: ["paper §2"] }
must-bind:
  games-are-live: { when: { style: stream, kinds: games }, because: A game is live., sources: [claim] }
may-not-bind:
  shops-move: { when: { kinds: shops, load: many }, because: Busy shops move., sources: [claim], contested: Some do not. }
follows:
  login-on-stream: { concern: session, when: { style: stream }, because: It opens the stream., sources: [claim] }
placements:
  given-a-number: { concern: interaction, when: { order: strict }, place: request, pattern: numbered, because: Order needs a number., sources: [claim] }
  nothing-there: { concern: interaction, place: nowhere, because: There is none., sources: [claim] }
  on-the-wire: { concern: interaction, place: connection, pattern: socket, because: It streams., sources: [claim] }
${minimalPlacementsText("claim", ["interaction-not-kept", "interaction-bound"])}backed-by:
  replayed: { when: { order: strict }, pattern: any-store, because: It can be sent again., sources: [claim] }
clashes:
  apart-in-order: { when: { style: apart, order: strict }, because: Requests apart have no order., reconsider: order }
patterns:
  socket: { title: Socket, place: connection, concerns: [interaction], what: A socket., fits: Streams., watch: Count them., sources: [paper] }
  numbered: { title: Numbered requests, place: request, concerns: [interaction], what: A number., fits: Order., watch: Gaps., sources: [paper] }
${minimalPatternsText("paper")}tradeoffs:
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
