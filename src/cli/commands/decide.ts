import { resolve } from "node:path";
import { type DecisionRequest, packIdentity } from "../../engine/check/decide.js";
import { printable } from "../../engine/diagnostics/plain-text.js";
import { type AnswerToConfirm, type Outcome, ok } from "../../engine/diagnostics/problem.js";
import { decidedVerdicts, type Verdict } from "../../engine/model/verdict.js";
import { listed } from "../../engine/report/wording/phrases.js";
import { rewriteTextFile } from "../../files/rewrite-file.js";
import { readPacks } from "../../packs/load-pack.js";
import { askWhetherRight, canAsk } from "../ask/confirm-answers.js";
import {
  badValue,
  defineCommand,
  flag,
  oneOf,
  optionalArgument,
  value,
} from "../command-line/define-command.js";
import { day, nameOption, ruleOptions } from "../command-line/options.js";
import { onlyFile } from "../config/chosen-files.js";
import { warnOfBounds } from "../config/warn-of-bounds.js";
import { exitCodes } from "../host.js";
import { folderNamed } from "../input/folder-named.js";
import { type DecisionTerms, type RecordedOn, recordIn } from "../record-decision.js";
import { refuse } from "../refuse.js";
import { warn, warnOfClashes } from "../warn.js";

/** Records a decision in an answers file, with the answers and the pack that it was made on. */
export const decide = defineCommand({
  name: "decide",
  about: "record a decision in an answers file, with the answers it was based on",
  guide: "docs/check.md",
  examples: [
    [
      "as recommended",
      "api-advisor decide shop.api-advisor.yaml --surface checkout --style hybrid --by shop-team",
    ],
    [
      "otherwise: why, and until when",
      "api-advisor decide shop.api-advisor.yaml --surface checkout --style stateful --because 'The booking host keeps a session until it is replaced.' --until 2099-12-31",
    ],
  ],
  arguments: [
    optionalArgument(
      "[file]",
      "answers file; comments and layout are kept; if none is given, the only one that `check` would take",
      (file) => {
        if (file === "-")
          throw badValue("A decision is written into the file, so it cannot be standard input.");
        return file;
      },
    ),
  ],
  options: {
    style: oneOf("--style <style>", "what was decided", decidedVerdicts).required(),
    surface: value("--surface <surface>", "the surface it is about; required if there are several"),
    service: value("--service <service>", "the service, in a file with several"),
    because: value("--because <reason>", "why; required for a deviation from the recommendation"),
    until: day("--until <day>", "last day on which a deviation is accepted, YYYY-MM-DD"),
    reviewBy: day("--review-by <day>", "the day by which to review the decision, YYYY-MM-DD"),
    by: nameOption("--by <owner>", "who owns the decision"),
    confirm: flag(
      "--confirm",
      "confirm what an agent answered, where another answer would change the recommendation",
    ),
    today: day("--today <day>", "the date of the decision, YYYY-MM-DD; by default the day by UTC"),
    ...ruleOptions,
  },
  run: async ([name], options, host, { config }) => {
    const wanted = name === undefined ? await onlyFile(config, host) : ok(name);
    if (wanted.kind === "failed") return refuse(wanted.problems, host);
    const file = wanted.value;
    const pack = await readPacks(options.rules, host.cwd);
    if (pack.kind === "failed") return refuse(pack.problems, host);
    const { today = host.today() } = options;
    const terms = { ...options, pack: pack.value, today };
    const record = (confirmed: DecisionTerms["confirmed"]): Promise<Outcome<RecordedOn>> =>
      rewriteTextFile(resolve(host.cwd, file), file, (source) => recordIn(source, { ...terms, confirmed }));
    let recorded = await record(options.confirm ? "all" : []);
    const unconfirmed = answersToConfirm(recorded);
    if (unconfirmed.length > 0 && canAsk(host)) {
      const right = await askWhetherRight(unconfirmed, pack.value.compiled.source.questions, host);
      if (typeof right === "number") return right;
      if (right) recorded = await record(unconfirmed);
    }
    if (recorded.kind === "failed") {
      const folder = await folderNamed(file, host.cwd, false);
      return refuse(folder === null ? recorded.problems : [folder], host);
    }
    warn(recorded.warnings, host);
    warnOfClashes([recorded.value.recommendation], host);
    const { confirmed } = recorded.value;
    const alsoConfirmed = confirmed.length === 0 ? "" : `Confirmed: ${listed(confirmed)}.\n`;
    host.stdout.write(`${printable(confirmation(recorded.value, file))}\n${alsoConfirmed}`);
    const { chosen, recommendation, decision } = recorded.value;
    const decided = { ...chosen.surface, decision: { ...decision, at: chosen.surface.at } };
    const identity = packIdentity(pack.value.compiled.source, pack.value.digest);
    warnOfBounds(decided, recommendation, identity, { config, today }, host);
    return exitCodes.done;
  },
});

/** The answers of an agent that a person has to confirm first, if that is why nothing was recorded. */
const answersToConfirm = (recorded: Outcome<RecordedOn>): readonly AnswerToConfirm[] =>
  recorded.kind === "ok" ? [] : recorded.problems.filter((problem) => problem.code === "unconfirmed-answer");

function confirmation(
  { chosen, recommendation: { verdict }, decision: { style, until, reviewBy } }: RecordedOn,
  file: string,
): string {
  const { surface } = chosen;
  const { service } = chosen.service;
  const name = service === surface.name ? service : `${service} / ${surface.name}`;
  const review = reviewBy === null ? "" : `; to be reviewed by ${reviewBy}`;
  return `Recorded in ${file}: ${name} is ${style}, ${againstVerdict(verdict, style, until)}${review}.`;
}

function againstVerdict(verdict: Verdict, style: DecisionRequest["style"], until: string | null): string {
  if (verdict === style) return "as recommended";
  return verdict === "undecided"
    ? "although there are too few answers for a recommendation, so `check` fails"
    : `although ${verdict} is recommended: accepted until ${until}`;
}
