/** The kinds of file that there is a schema of. */
export const schemaNames = ["answers", "rules", "cases", "report", "check"] as const;
export type SchemaName = (typeof schemaNames)[number];
