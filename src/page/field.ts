import { type Answer, unsureWord } from "../engine/model/answers.js";
import { examplesPhrase } from "../engine/model/examples.js";
import type { Question } from "../engine/model/pack.js";
import { element } from "./element.js";
import { compatible, tickedWords } from "./tick.js";

/** One question of a form. */
export interface Field {
  readonly question: Question;
  readonly element: HTMLFieldSetElement;
  readonly show: (answer: Answer | undefined) => void;
  /** For remarks on the question, below its options. */
  readonly remarks: HTMLElement;
  /** For a remark on each option, beside its label. */
  readonly chips: ReadonlyMap<string, HTMLElement>;
}

/** A question with its options; tells `onChange` what is ticked. */
export function questionField(
  question: Question,
  anchor: string,
  onChange: (words: readonly string[]) => void,
): Field {
  const chips = new Map<string, HTMLElement>();
  const inputs: HTMLInputElement[] = [];
  const field = element("fieldset", { id: anchor }, element("legend", {}, question.ask));
  const options = element("div", { class: "options" });
  const asides = element("div", { class: "asides muted" });
  const addTo = (list: HTMLElement, word: string, label: string, examples = ""): void => {
    const type = question.several ? "checkbox" : "radio";
    const input = element("input", { type, name: anchor, value: word, autocomplete: "off" });
    const chip = element("span", { class: "chip" });
    const text = element("span", {}, label, chip);
    if (examples !== "") text.append(element("span", { class: "examples" }, ` ${examples}`));
    inputs.push(input);
    chips.set(word, chip);
    list.append(element("label", {}, input, text));
  };
  for (const option of question.options) addTo(options, option.id, option.label, examplesPhrase(option));
  addTo(asides, unsureWord, "Not sure yet");
  if (!question.several) addTo(asides, "", "Not answered");
  const tick = (words: readonly string[]): void => {
    for (const input of inputs) input.checked = words.includes(input.value);
  };
  field.addEventListener("change", ({ target }) => {
    const ticked = inputs.filter(({ checked }) => checked).map(({ value }) => value);
    const words = target instanceof HTMLInputElement ? compatible(question, ticked, target.value) : ticked;
    tick(words);
    onChange(words);
  });
  const remarks = element("div", { class: "remarks" });
  field.append(options, asides, remarks, helpOf(question));
  return { question, element: field, remarks, chips, show: (answer) => tick(tickedWords(answer)) };
}

/** Why it is asked, and how to tell the options apart. */
function helpOf({ why, help, options }: Question): HTMLElement {
  const told = options.filter((option) => option.help !== "");
  return element(
    "details",
    { class: "help" },
    element("summary", {}, "Why, and how to tell"),
    element("p", {}, [why, help].filter((text) => text !== "").join(" ")),
    element(
      "dl",
      {},
      ...told.flatMap(({ label, help }) => [element("dt", {}, label), element("dd", {}, help)]),
    ),
  );
}
