import manifest from "../../package.json" with { type: "json" };
import { type RecommendOptions, recommendService } from "../engine/advise/recommend.js";
import { reportedPack } from "../engine/advise/reported-pack.js";
import type { Service } from "../engine/model/answers.js";
import type { LoadedPack } from "../engine/model/compiled-pack.js";
import type { Report } from "../engine/model/recommendation.js";

/** Name and version of this tool. */
export const tool = { name: "api-advisor", version: manifest.version } as const;

/** The address of the repository; null as long as the package's manifest names none. */
const homepage = "homepage" in manifest ? String(manifest.homepage) : null;

/** Address of the page that explains the findings of `check`. */
export const findingsUrl =
  homepage && `${homepage.replace(/[#?].*$/, "").replace(/\/$/, "")}/blob/main/docs/check.md`;

/** What every report begins with: the tool and the rule pack that it comes from. */
export function reportHead({ compiled, digest }: LoadedPack): Pick<Report, "tool" | "pack"> {
  return { tool, pack: reportedPack(compiled, digest) };
}

/** Recommends for every surface of the services. */
export function reportOn(pack: LoadedPack, services: readonly Service[], options: RecommendOptions): Report {
  return {
    ...reportHead(pack),
    services: services.map((service) => recommendService(pack.compiled, service, options)),
  };
}
