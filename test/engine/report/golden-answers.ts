import { readFileSync } from "node:fs";
import { advise, type ServiceInput } from "../../../src/engine/advise/advise.js";
import { reportedPack } from "../../../src/engine/advise/reported-pack.js";
import { unwrap } from "../../../src/engine/diagnostics/render-problem.js";
import type { Report } from "../../../src/engine/model/recommendation.js";
import { packOf } from "../small-pack.js";

const pack = unwrap(packOf(readFileSync(new URL("golden-pack.yaml", import.meta.url), "utf8")));

const source = "a.yaml";

/** A report on these services, as of one file, by the pack for golden reports. */
export const reportOn = (...services: readonly ServiceInput[]): Report => ({
  tool: { name: "api-advisor", version: "1.0.0" },
  pack: reportedPack(pack, "sha256-golden"),
  services: services.map((service) => {
    const advised = advise(pack, service);
    return { ...advised, source, surfaces: advised.surfaces.map((each) => ({ ...each, source })) };
  }),
});

/**
 * A shop: its checkout keeps a task that any server can find; its catalogue keeps nothing; the answers of its kiosk do
 * not fit each other.
 */
export const shop: ServiceInput = {
  version: 1,
  service: "shop",
  surfaces: {
    checkout: {
      answers: {
        exchange: "steps",
        context: "little",
        failover: { answer: "goes-on", note: "A lost cart is a lost order — says the shop team." },
        clients: "many",
        "sign-in": "person",
        offline: "sometimes",
        kinds: ["shop"],
      },
    },
    catalogue: {
      answers: { exchange: "single", clients: "masses", caching: "shared", "sign-in": "public" },
      decision: { style: "stateless", by: "shop team" },
    },
    kiosk: { answers: { exchange: "steps", "sign-in": "public" } },
  },
};

/** Both sides speak at any time. */
export const chat: ServiceInput = {
  version: 1,
  service: "chat",
  answers: {
    exchange: "stream",
    context: "much",
    pace: "at-once",
    failover: "unsure",
    "sign-in": "person",
    kinds: ["play"],
  },
  decision: { style: "hybrid", because: "The gateways are there", until: "2027-06-30", by: "chat team" },
};

/** Too few answers for a verdict. */
export const fresh: ServiceInput = {
  version: 1,
  service: "fresh",
  answers: { clients: "few", pace: "seconds" },
};
