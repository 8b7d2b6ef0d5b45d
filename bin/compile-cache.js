const { lstatSync, mkdirSync, realpathSync, statSync } = require("node:fs");
const { homedir } = require("node:os");
const { dirname, isAbsolute, join } = require("node:path");

const writableByOthers = 0o022;
const sticky = 0o1000;

/**
 * The folder in which Node may keep compiled code, created if there is none. It saves a fifth of the time of `check FILE`
 * on Node 24. Node runs what it finds there, so it is only used if nobody but the user can write to it or replace it.
 * @returns null without such a folder, and on Windows, where files have no owner to check
 */
exports.cacheFolder = ({ XDG_CACHE_HOME = "" }) => {
  try {
    const parent = isAbsolute(XDG_CACHE_HOME) ? XDG_CACHE_HOME : join(homedir(), ".cache");
    mkdirSync(join(parent, "api-advisor"), { recursive: true, mode: 0o700 });
    const folder = join(realpathSync(parent), "api-advisor");
    const user = process.getuid?.();
    const found = lstatSync(folder);
    const isOwn = found.isDirectory() && found.uid === user && (found.mode & writableByOthers) === 0;
    return isOwn && staysThere(folder, user) ? folder : null;
  } catch {
    return null;
  }
};

/** Whether only the user and the superuser can rename a file or one of the folders above it. `sudo` may keep `HOME`. */
function staysThere(path, user) {
  const parent = dirname(path);
  if (parent === path) return true;
  const { mode, uid } = statSync(parent);
  const isClosed = (mode & writableByOthers) === 0 || (mode & sticky) !== 0;
  return isClosed && [0, user].includes(uid) && staysThere(parent, user);
}
