const { lstatSync, mkdirSync } = require("node:fs");
const { homedir } = require("node:os");
const { join } = require("node:path");

/**
 * Where Node may keep compiled code: a folder of the user's own, which is made when it is not there. Node runs what it
 * finds in its cache, so a folder in which someone else could write is not taken.
 * @returns null where there is no such folder, and on Windows, where no owner can be asked for
 */
exports.cacheFolder = ({ XDG_CACHE_HOME }) => {
  try {
    const folder = join(XDG_CACHE_HOME || join(homedir(), ".cache"), "api-advisor");
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const found = lstatSync(folder);
    const isOwn = found.isDirectory() && found.uid === process.getuid?.();
    return isOwn && (found.mode & 0o022) === 0 ? folder : null;
  } catch {
    return null;
  }
};
