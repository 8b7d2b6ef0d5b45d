import { shellFile } from "../../engine/diagnostics/shell-word.js";
import { formatIds } from "../../engine/report/formats.js";
import { argumentList, defineCommand } from "../command-line/define-command.js";
import { unknownCommand } from "../command-line/near-command.js";
import {
  askingOptions,
  format,
  linesFormat,
  recommendOptions,
  stdinFilename,
  withGoingOn,
} from "../command-line/options.js";
import { refuseUsage } from "../refuse.js";
import { startedAs, tool } from "../tool.js";
import { adviseOn } from "./advise.js";
import { runInterview } from "./interview.js";

const standardInput = { files: ["-"], problems: [] };

/** The program without a command: `interview` at a terminal, otherwise `advise -`. */
export const bare = defineCommand({
  name: tool.name,
  about: "",
  guide: "README.md",
  examples: [
    ["at a terminal: the interview", "api-advisor"],
    ["on a file", "api-advisor advise shop.api-advisor.yaml"],
    ["the same from a pipe", "api-advisor < shop.api-advisor.yaml"],
  ],
  arguments: [argumentList("[command...]", "")],
  options: {
    ...askingOptions,
    format: format([...formatIds, linesFormat]),
    ...recommendOptions,
    stdinFilename,
  },
  run: async ([[name]], given, host, { program, origin }) => {
    const options = withGoingOn(given, { origin }, host);
    if (name !== undefined) {
      const otherwise = `To advise on a file: ${startedAs(host)} advise ${shellFile(name)}`;
      return refuseUsage(unknownCommand(program, name, otherwise), host);
    }
    const { format, save, from, quick, accessible } = options;
    const wantsInterview = [save, from, quick, accessible].some((option) => option !== undefined);
    if (!host.stdin.isTTY && !wantsInterview) return adviseOn(standardInput, options, host);
    if (format !== linesFormat) return runInterview({ ...options, format }, host);
    return refuseUsage(
      `--format ${linesFormat} is for answers from files or a pipe, not from an interview`,
      host,
    );
  },
});
