import type { CompiledPack } from "../../engine/model/compiled-pack.js";
import type { Host } from "../host.js";
import { AccessiblePrompter } from "./accessible-prompter.js";
import { InquirerPrompter } from "./inquirer-prompter.js";
import type { OnInterrupt } from "./line-reader.js";
import type { Look } from "./look.js";
import type { Prompter } from "./prompter.js";

/** The prompter for a terminal: drawn in place, or line by line where that is asked for or all that it can do. */
export function prompterFor(
  host: Host,
  pack: CompiledPack,
  look: () => Look,
  accessible: boolean,
  onInterrupt: OnInterrupt,
): Prompter {
  const { stdin: input, stderr: output } = host;
  if (accessible || host.env["TERM"] === "dumb")
    return new AccessiblePrompter({ input, output, look, onInterrupt });
  const titleWidth = Math.max(...pack.source.questions.map(({ id }) => id.length));
  return new InquirerPrompter({ input, output, look, titleWidth });
}
