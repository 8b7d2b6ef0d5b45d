import type { TryOutlook } from "../../engine/interview/next-step.js";
import type { Answers } from "../../engine/model/answers.js";
import type { CompiledPack } from "../../engine/model/compiled-pack.js";
import type { Look } from "./look.js";
import type { Prompter } from "./prompter.js";

/** What an interview needs from outside. */
export interface Session {
  readonly pack: CompiledPack;
  readonly prompter: Prompter;
  readonly steer: TryOutlook;
  /** Called after every change of the answers. */
  readonly save: (answers: Answers) => Promise<void>;
  /** The verdict so far as lines for the screen. */
  readonly summary: (answers: Answers) => readonly string[];
  /** The verdict so far as one line. */
  readonly verdict: (answers: Answers) => string;
  readonly look: () => Look;
}
