import { type RecommendOptions, recommendService } from "../engine/advise/recommend.js";
import { reportedPack } from "../engine/advise/reported-pack.js";
import type { Service } from "../engine/model/answers.js";
import type { LoadedPack } from "../engine/model/compiled-pack.js";
import type { Report } from "../engine/model/recommendation.js";
import type { GoingOn } from "./command-line/options.js";
import { tool } from "./tool.js";

/** What every report begins with: the tool and the rule pack that it comes from. */
export function reportHead({ compiled, digest }: LoadedPack): Pick<Report, "tool" | "pack"> {
  return { tool, pack: reportedPack(compiled, digest) };
}

/** How the commands of a report have to be written that go on from it. */
export const commandsOf = ({ command, namedRules }: GoingOn): Pick<Report, "command" | "rules"> => ({
  command,
  rules: namedRules,
});

/** Recommends for every surface of the services. */
export function reportOn(pack: LoadedPack, services: readonly Service[], options: RecommendOptions): Report {
  return {
    ...reportHead(pack),
    services: services.map((service) => recommendService(pack.compiled, service, options)),
  };
}
