import { readdirSync, realpathSync, statSync } from "node:fs";

export const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Whether two paths lead to the same place, through whatever links. Both must exist. */
export const isSamePlace = (a: string, b: string): boolean => realpathSync(a) === realpathSync(b);

/** Whether it is a folder that can be read and has nothing in it. */
export function isEmptyFolder(path: string): boolean {
  try {
    return readdirSync(path).length === 0;
  } catch {
    return false;
  }
}
