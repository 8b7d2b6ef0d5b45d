import type { GuidanceTopic } from "../model/pack.js";
import type { Concern, Grade, Place } from "../model/verdict.js";

/** Where state lives, to follow a noun: "the workflow's state, in a shared store". */
export const placeWords: Readonly<Record<Place, string>> = {
  client: "on the client",
  request: "in each request",
  connection: "with the connection",
  "shared-store": "in a shared store",
  resource: "in a resource of its own",
  nowhere: "nowhere",
};

export const concernTitles: Readonly<Record<Concern, string>> = {
  interaction: "Interaction",
  session: "Session",
  workflow: "Workflow",
  sync: "Sync",
  operation: "Operation",
};

export const concernScopes: Readonly<Record<Concern, string>> = {
  interaction: "connection and conversation",
  session: "who is asking",
  workflow: "tasks and transactions over several requests",
  sync: "data that clients change offline",
  operation: "scale, failure, resources",
};

export const guidanceTitles: Readonly<Record<GuidanceTopic, string>> = {
  "error-model": "Errors",
  retries: "Retries",
  consistency: "Consistency",
  monitoring: "Monitoring",
};

/** Colour roles; the word itself always stands beside. */
export const gradeRoles = { firm: "good", fair: "caution", fragile: "bad" } as const satisfies Record<
  Grade,
  string
>;
