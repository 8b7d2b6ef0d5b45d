import type { ServiceInput } from "../../../src/engine/advise/advise.js";

/** A shop: its checkout needs state that need not live with a connection; its catalogue needs none. */
export const shop: ServiceInput = {
  version: 1,
  service: "shop",
  surfaces: {
    checkout: {
      answers: {
        "interaction-style": "multi-step-workflow",
        "context-dependence": "light",
        "context-size": "small",
        "interaction-rate": "occasional",
        contention: "occasional",
        "peak-clients": "1k-100k",
        "load-shape": "spiky",
        deployment: "cluster",
        failover: "resume-expected",
        identity: "signed-in-user",
        revocation: { answer: "within-minutes", note: "The fraud desk must be able to end access — fast." },
        "replay-protection": "safe-retry",
        "transaction-span": "multi-request-compensable",
        isolation: "reservation",
        "error-recovery": "guided",
        "client-variety": "several-first-party",
        workload: ["commerce"],
      },
    },
    catalogue: {
      answers: {
        "interaction-style": "independent-requests",
        "context-dependence": "none",
        "peak-clients": "100k-1m",
        cacheability: "mostly-shared-reads",
        identity: "public",
        "transaction-span": "single-request",
        deployment: "cluster",
        workload: ["commerce"],
      },
      decision: { style: "stateless", by: "shop team" },
    },
  },
};

export const chat: ServiceInput = {
  version: 1,
  service: "chat",
  answers: {
    "interaction-style": "real-time-two-way",
    "context-dependence": "heavy",
    "interaction-rate": "chatty",
    "client-liveness": "presence",
    delivery: "ordered-complete",
    "peak-clients": "100k-1m",
    latency: "real-time",
    identity: "signed-in-user",
    deployment: "cluster",
    failover: "resume-expected",
    "client-network": "intermittent",
    revocation: "unsure",
    workload: ["messaging-collaboration"],
  },
};

/** Creating, reading, updating and deleting customer records. */
export const customers: ServiceInput = {
  version: 1,
  service: "customers",
  answers: {
    "interaction-style": "independent-requests",
    "context-dependence": "none",
    "peak-clients": "1k-100k",
    deployment: "serverless",
    identity: "program-for-person",
    "transaction-span": "single-request",
    cacheability: "mixed",
    "client-variety": "third-party",
    "client-evolution": "independently",
  },
};
