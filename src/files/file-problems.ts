import { lstatSync, readlinkSync } from "node:fs";
import { errorIn, type Problem } from "../engine/diagnostics/problem.js";

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "permission denied",
  EPERM: "permission denied",
  ENOTDIR: "part of the path is not a directory",
  EISDIR: "it is a directory",
  ELOOP: "too many symbolic links",
  ENAMETOOLONG: "the name is too long",
  ENXIO: "it is not a regular file",
  ESPIPE: "it is not a regular file; read pipes and devices from standard input: `- < PATH`",
  EROFS: "the file system is read-only",
  ENOSPC: "no space is left on the device",
  ENOTEMPTY: "the directory is not empty",
  EDQUOT: "the disk quota is used up",
  EPIPE: "its reader has gone away",
  EBUSY: "it is in use",
  // Not from the system: reasons of our own.
  READ_ONLY: "it is read-only",
  NO_SECOND_NAME: "the file system cannot keep the old one",
  NO_NAME: "its name is empty",
  NAMES_FOLDER: "a name with a slash at its end is that of a folder",
};

/** The problem of a file that cannot be read, for a system error or a reason in words. */
export function unreadable(file: string, error: unknown): Problem {
  const reason = typeof error === "string" ? error : (brokenLink(error) ?? reasonOf(error));
  return errorIn(file, { code: "unreadable-file", reason });
}

/** What is wrong with a file that is missing only behind a link; null for any other. */
function brokenLink(error: unknown): string | null {
  const path = error instanceof Error && "path" in error ? String(error.path) : null;
  if (path === null || codeOf(error) !== "ENOENT") return null;
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  return isLink ? `it is a link to ${readlinkSync(path)}, which leads nowhere` : null;
}

/** A file that could neither be overwritten nor put back; `whole` is the file that has the whole new text. */
export class CutShort extends Error {
  readonly whole: string;

  constructor(whole: string) {
    super("cut short");
    this.whole = whole;
  }
}

/** The problem of a file that cannot be written. */
export function unwritable(file: string, error: unknown): Problem {
  if (error instanceof CutShort) return errorIn(file, { code: "cut-short", whole: error.whole });
  const missing = codeOf(error) === "ENOENT";
  const reason = missing ? "there is no such folder" : reasonOf(error, "it could not be written");
  return errorIn(file, { code: "unwritable-file", reason });
}

/** The problem of a file that was written, although all or none should be, and that cannot be put back. */
export function notUndone(file: string, error: unknown): Problem {
  return errorIn(file, { code: "not-undone", reason: reasonOf(error, "it could not be put back") });
}

/** What a system error means, in words. */
export function reasonOf(error: unknown, otherwise = "it could not be read"): string {
  const code = codeOf(error);
  return code === null ? otherwise : (reasons[code] ?? code);
}

/** An error with one of the codes above, to be thrown where a system error would be. */
export function refusal(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** Whether the system does not let this process do something, such as create a file in a folder. */
export function isForbidden(error: unknown): boolean {
  return hasCode(error, ["EACCES", "EPERM", "EROFS"]);
}

/** Whether an error is one of the system with one of these codes. */
export function hasCode(error: unknown, codes: readonly (string | null)[]): boolean {
  return codes.includes(codeOf(error));
}

/** The code of a system error, such as `ENOENT`; null for any other error. */
export function codeOf(error: unknown): string | null {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : null;
}
