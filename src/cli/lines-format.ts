/**
 * What `--format` takes for JSON Lines: of the input, where it is a stream, and of the results, one a line and written as
 * the input is read. No report format, which would be given everything at once.
 */
export const linesFormat = "jsonl";
