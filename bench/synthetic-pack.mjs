// Packs of any size in the shape of the default one: a hub question that many rules name, pairs of neighbours tied by a
// rule, one question in three tied to no other, and two or three rules per question.

/** Numbers from 0 to 1 (exclusive) by a linear congruence, modulus 2^32. */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const concerns = ["interaction", "session", "workflow", "sync", "operation"];
const letters = ["a", "b", "c", "d"];

/** A pack (not yet compiled) with so many questions of four options each. */
export function syntheticPack(count) {
  const next = random(count);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const questions = Array.from({ length: count }, (_, index) => questionOf(`q${index}`));
  const rules = questions.flatMap(({ id }, index) => {
    const partner = index % 3 === 0 ? null : index % 3 === 1 ? "q0" : `q${index - 1}`;
    const alone = [pick(letters), pick(letters)].map((option) => ruleOf(`${id}-${option}`, [[id, option]]));
    const tied =
      partner === null || partner === id
        ? []
        : [
            ruleOf(`${id}-with`, [
              [id, pick(letters)],
              [partner, pick(letters)],
            ]),
          ];
    return [...new Map([...alone, ...tied].map((rule) => [rule.id, rule])).values()];
  });
  const vetoes = [
    { ...entryOf("no-stateless", [["q0", "a"]]), forbids: "stateless" },
    { ...entryOf("no-stateful", [["q1", "b"]]), forbids: "stateful" },
  ];
  const rest = { placements: [], tradeoffs: [], patterns: [], guidance: [], criteria: [], references: [] };
  return {
    name: "synthetic",
    version: "1.0.0",
    about: "",
    settings: {
      needBoundaryPercent: 0,
      boundBoundaryPercent: 50,
      minimumEvidence: 4,
      firmRadius: 0.25,
      fragileRadius: 0.1,
    },
    topics: [{ id: "topic", title: "", about: "" }],
    questions,
    rules,
    vetoes,
    ...rest,
  };

  function ruleOf(id, when) {
    const points = 1 + Math.floor(next() * 3);
    const kind = pick(["live", "kept", "stateless", "stateless"]);
    const weight = { live: 0, kept: 0, stateless: 0, [kind]: points };
    return { ...entryOf(id, when), favours: kind === "stateless" ? "stateless" : "stateful", weight };
  }

  function entryOf(id, when) {
    const of = when.map(([question, option]) => ({ kind: "answer", question, options: [option] }));
    return {
      id,
      when: { kind: "all", of },
      concern: pick(concerns),
      because: "",
      sources: [],
      contested: null,
    };
  }
}

function questionOf(id) {
  const options = letters.map((letter) => ({ id: letter, label: letter, help: "", none: false }));
  const flags = { ordered: false, several: false, essential: false, direction: null };
  return { id, topic: "topic", ask: "", why: "", help: "", ...flags, options, implied: [] };
}
