const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "permission denied",
  EPERM: "permission denied",
  ENOTDIR: "part of the path is not a directory",
  EISDIR: "it is a directory",
  ELOOP: "too many symbolic links",
  ENAMETOOLONG: "the name is too long",
  ENXIO: "it is not a regular file",
  ESPIPE: "it is not a regular file; standard input takes what comes through a pipe or a device: `- < PATH`",
  EROFS: "the file system is read-only",
  ENOSPC: "no space is left on the device",
  ENOTEMPTY: "the directory is not empty",
};

/** Why a file cannot be read: a system error in words. */
export function reasonOf(error: unknown): string {
  const code = codeOf(error);
  return reasons[code] ?? (code === "" ? "it could not be read" : code);
}

/** Why a file cannot be written. */
export function writeReasonOf(error: unknown): string {
  switch (codeOf(error)) {
    case "ENOENT":
      return "there is no such folder";
    case "":
      return "it could not be written";
    default:
      return reasonOf(error);
  }
}

/** The code of a system error, such as `ENOENT`; empty for any other error. */
export function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
}
