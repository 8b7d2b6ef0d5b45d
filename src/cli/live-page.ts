import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { precompilePack } from "../engine/compile/precompiled-pack.js";
import type { Service } from "../engine/model/answers.js";
import type { LoadedPack } from "../engine/model/compiled-pack.js";
import type { LivePage } from "../engine/report/report-style.js";
import { packageFolder } from "../packs/find-pack.js";
import type { PageData } from "../page/protocol.js";

/** What makes a page of these services answer back, with the pack inside. */
export function livePage(pack: LoadedPack, services: readonly Service[]): LivePage {
  const script = readFileSync(join(packageFolder(), "dist/page.js"), "utf8");
  const digest = `sha256-${createHash("sha256").update(script).digest("base64")}`;
  const data: PageData = {
    pack: precompilePack(pack),
    surfaces: services.flatMap(({ service, source, surfaces }) =>
      surfaces.map(({ answers, ...surface }) => ({ service, source, ...surface, answers: [...answers] })),
    ),
  };
  return { script, digest, data };
}
