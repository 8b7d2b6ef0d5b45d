import { readdirSync, statSync } from "node:fs";

export const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Whether it is a folder with anything in it. */
export const isFilledFolder = (path: string): boolean => isFolder(path) && readdirSync(path).length > 0;
