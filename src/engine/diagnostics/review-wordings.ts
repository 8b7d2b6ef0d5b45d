import { oneOf, plain, quoted, type Wordings } from "./phrases.js";
import type { ReviewProblem } from "./problem.js";

/** Words for what can stand in the way of recording a decision, or of writing into a document. */
export const reviewWordings: Wordings<ReviewProblem> = {
  "choice-needed": (problem) => plain(`${quoted(problem.option)} has to say which one`, oneOf(problem.known)),
  "unexplained-deviation": (problem) =>
    plain(
      `${quoted(problem.style)} differs from the recommendation, ${quoted(problem.verdict)}: ${problem.missing.map(quoted).join(" and ")} ${problem.missing.length === 1 ? "is" : "are"} missing`,
      "a reason, and the last day on which the deviation is accepted",
    ),
  "until-passed": (problem) =>
    plain(`${quoted(problem.until)} is past: today is ${problem.today}`, "today or a later day"),
  "until-without-deviation": (problem) =>
    plain(`${quoted(problem.style)} is what is recommended: there is no deviation to end`, "no `--until`"),
  "shared-by-alias": (problem) =>
    plain(
      `the surface ${quoted(problem.surface)} is shared through a YAML alias: a decision here would be one there too`,
      "the surface to be written out",
    ),
  "no-markers": () =>
    plain(
      "has no place to write to",
      "the lines `<!-- api-advisor:begin -->` and `<!-- api-advisor:end -->`, each alone, outside code and lists",
    ),
  "marker-without-end": (problem) =>
    plain(`no \`api-advisor:end\` follows this begin${ofBlock(problem.id)}`, "`<!-- api-advisor:end -->`"),
  "marker-without-begin": (problem) =>
    plain(
      `no \`api-advisor:begin\` belongs to this end${ofBlock(problem.id)}`,
      "`<!-- api-advisor:begin -->`",
    ),
  "marker-repeated": (problem) =>
    plain(
      `a second block ${problem.id === "" ? "without an id" : quoted(problem.id)}; the first begins in line ${problem.first}`,
      "an id of its own: `<!-- api-advisor:begin ID -->`",
    ),
  "file-exists": () => plain("is there already, and is not replaced", "a name that is free"),
};

function ofBlock(id: string): string {
  return id === "" ? "" : ` of the block ${quoted(id)}`;
}
