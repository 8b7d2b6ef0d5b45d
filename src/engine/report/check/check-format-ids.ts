/** The formats of the gate, as `check --format` names them. */
export const checkFormatIds = ["text", "json", "junit", "sarif", "github"] as const;
export type CheckFormatId = (typeof checkFormatIds)[number];
