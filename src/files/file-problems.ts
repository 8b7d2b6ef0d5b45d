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
};

/** The problem of a file that cannot be read, for a system error or a reason in words. */
export function unreadable(file: string, error: unknown): Problem {
  const reason = typeof error === "string" ? error : reasonOf(error, "it could not be read");
  return errorIn(file, { code: "unreadable-file", reason });
}

/** The problem of a file that cannot be written. */
export function unwritable(file: string, error: unknown): Problem {
  const missing = codeOf(error) === "ENOENT";
  const reason = missing ? "there is no such folder" : reasonOf(error, "it could not be written");
  return errorIn(file, { code: "unwritable-file", reason });
}

function reasonOf(error: unknown, otherwise: string): string {
  const code = codeOf(error);
  return code === null ? otherwise : (reasons[code] ?? code);
}

/** The code of a system error, such as `ENOENT`; null for any other error. */
export function codeOf(error: unknown): string | null {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : null;
}
