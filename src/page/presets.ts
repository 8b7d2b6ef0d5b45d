import { button, element } from "./element.js";
import type { Preset } from "./protocol.js";

/** Answers to start from; a button takes those chosen, as a list that acts at once can't be read through by keyboard. */
export function presetsOf(presets: readonly Preset[], onTake: (preset: Preset) => void): HTMLElement {
  const list = element("select", {}, ...presets.map(({ label }) => element("option", {}, label)));
  return element(
    "div",
    { class: "presets" },
    element("label", {}, "Start from ", list),
    button("Take its answers", () => {
      const preset = presets[list.selectedIndex];
      if (preset !== undefined) onTake(preset);
    }),
  );
}
