import { join, resolve } from "node:path";
import { printable } from "../../engine/diagnostics/plain-text.js";
import type { Outcome } from "../../engine/diagnostics/problem.js";
import type { Report } from "../../engine/model/recommendation.js";
import { type FormatId, formats } from "../../engine/report/formats.js";
import type { LivePage, ReportStyle } from "../../engine/report/report-style.js";
import { surfacesOf } from "../../engine/report/selection.js";
import { withFolder } from "../../files/hold-folder.js";
import { makeFolder, type NewText } from "../../files/write-files.js";
import type { Host } from "../host.js";
import type { Inputs } from "../input/read-inputs.js";
import { planRecords, type RecordPlan } from "../records/plan-records.js";
import { readRecords } from "../records/record-files.js";
import { fileStyle } from "./drawing.js";
import { isOutputFolder } from "./output-places.js";
import { type OutputOptions, shownFormat, writeOutputs } from "./write-outputs.js";

/**
 * Writes recommendations as the options say; into a folder, as a decision record for each surface.
 * @param inputs what the report was made from
 */
export async function writeReport(
  report: Report,
  options: OutputOptions & { readonly analysis: boolean },
  host: Host,
  inputs: Inputs,
): Promise<Outcome<null>> {
  const live = await liveOf(report, options, inputs);
  const draw = (id: FormatId, style: ReportStyle): string =>
    formats[id](report, id === "html" ? { ...style, live } : style);
  const folders: string[] = [];
  for (const { file } of options.output) if (await isOutputFolder(file, host.cwd)) folders.push(file);
  return inFolders(folders, host, async () => {
    const plans = new Map<string, RecordPlan>();
    for (const folder of folders) {
      const found = await readRecords(folder, host.cwd);
      if (found.kind === "failed") return found;
      plans.set(folder, planRecords(report, found.value, fileStyle(options), host.today()));
    }
    const texts = new Map([...plans].map(([folder, plan]) => [folder, textsOf(folder, plan, host)]));
    const written = await writeOutputs(options, draw, host, texts);
    if (written.kind === "ok") for (const [folder, plan] of plans) tell(folder, plan, options, host);
    return written;
  });
}

/** Makes the folders and does something there while no other run numbers records in any of them. */
async function inFolders(
  folders: readonly string[],
  { cwd }: Host,
  work: () => Promise<Outcome<null>>,
): Promise<Outcome<null>> {
  for (const folder of folders) {
    const made = await makeFolder(resolve(cwd, folder), folder);
    if (made.kind === "failed") return made;
  }
  // In one order, so that no two runs wait for each other.
  const inOrder = folders.toSorted((a, b) => (resolve(cwd, a) < resolve(cwd, b) ? -1 : 1));
  return inOrder.reduceRight(
    (inner, folder) => () => withFolder(resolve(cwd, folder), folder, inner),
    work,
  )();
}

/** Loaded only for a page that answers back: one without analysis would soon show one. */
async function liveOf(
  report: Report,
  options: OutputOptions & { readonly analysis: boolean },
  { pack, services }: Inputs,
): Promise<LivePage | undefined> {
  const ids = [shownFormat(options), ...options.output.map(({ format }) => format ?? options.format)];
  if (!options.analysis || !ids.includes("html")) return undefined;
  const { livePage, mostLive } = await import("./live-page.js");
  return surfacesOf(report).length > mostLive ? undefined : livePage("report", pack, services);
}

const textsOf = (folder: string, { records }: RecordPlan, { cwd }: Host): readonly NewText[] =>
  records.map(({ name, text, old }) => {
    const file = { path: resolve(cwd, folder, name), name: join(folder, name), text };
    return old === null ? { ...file, isNew: true } : { ...file, mayReplace: (now) => now === old };
  });

/** Says what was written, beside a report on standard error; and always there, what people have to change themselves. */
function tell(folder: string, plan: RecordPlan, options: OutputOptions, host: Host): void {
  const out = shownFormat(options) === null ? host.stdout : host.stderr;
  const line = (name: string, text: string): string => `${printable(`${join(folder, name)}: ${text}`)}\n`;
  for (const { name, about } of plan.records) out.write(line(name, about));
  for (const name of plan.current) out.write(line(name, "is up to date"));
  for (const { name, status } of plan.byHand)
    host.stderr.write(
      line(name, `has been edited, so it is left as it is; change its status to: "${status}"`),
    );
}
