import { implicationOf } from "./implication-of.js";
import type { Interview } from "./interview.js";

/**
 * Back to the question before, its answer kept; null when there is none. Questions that other answers imply by now
 * are passed over, as they are on the way forward.
 */
export function goBack(interview: Interview): Interview | null {
  const { pack, answers, history, cursor } = interview;
  const target = history.findLastIndex(
    (id, index) => index < cursor && implicationOf(pack, answers, id) === null,
  );
  return target === -1 ? null : { ...interview, cursor: target };
}
