import { OutOfReach } from "../../count/cells.js";
import type { Finding } from "../../model/pack-statistics.js";

/** The finding of an exhaustive search: shown, excluded, or unknown if its tables would be too large. */
export function settle<Shown>(search: () => Shown | null): Finding<Shown> {
  try {
    const witness = search();
    return witness === null ? { kind: "excluded" } : { kind: "shown", witness };
  } catch (error) {
    if (error instanceof OutOfReach)
      return { kind: "unknown", questions: error.questions.map(({ id }) => id) };
    throw error;
  }
}
