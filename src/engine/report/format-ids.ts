/** The formats of a recommendation, as `--format` names them. They stand apart from their code, which is long. */
export const formatIds = ["text", "json", "markdown", "checklist", "adr", "html"] as const;
export type FormatId = (typeof formatIds)[number];
