import { pageData } from "../../src/cli/output/live-page.js";
import { readServices } from "../../src/engine/answers-file/read-answers.js";
import { unwrap } from "../../src/engine/diagnostics/render-problem.js";
import type { LoadedPack } from "../../src/engine/model/compiled-pack.js";
import type { PageData, SurfaceNow } from "../../src/page/protocol.js";
import { smallPack } from "../engine/small-pack.js";

export const small: LoadedPack = { compiled: smallPack(), digest: `sha256-${"5ma11"}${"0".repeat(59)}` };

/** The data of a page of an answers file, as the page reads it. */
export function dataOf(text: string, pack: LoadedPack = small, kind: PageData["kind"] = "report"): PageData {
  const services = unwrap(readServices({ file: "a.yaml", text }, pack.compiled.source.questions));
  const data = pageData(
    kind,
    pack,
    services.map(({ service }) => service),
    [],
  );
  return JSON.parse(JSON.stringify(data));
}

/** The surfaces of a page with the answers that it came with, and other ones of the first. */
export function surfacesOf({ surfaces }: PageData, first: SurfaceNow["answers"]): readonly SurfaceNow[] {
  return surfaces.map(({ service, name, answers }, at) => ({
    service,
    name,
    answers: at === 0 ? first : answers,
  }));
}

export const chosen = (...options: readonly string[]) => ({ kind: "chosen", options, note: null }) as const;
