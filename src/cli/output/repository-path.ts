import { isAbsolute, relative, resolve, sep } from "node:path";
import type { Host } from "../host.js";

/** Names of files as the repository knows them: relative to its root, which GitHub and GitLab name. */
export function pathFrom(host: Pick<Host, "cwd" | "env">): (file: string) => string {
  const root = host.env["GITHUB_WORKSPACE"] || host.env["CI_PROJECT_DIR"] || host.cwd;
  return (file) => {
    const path = resolve(host.cwd, file);
    const within = relative(root, path);
    const outside = within === "" || within === ".." || within.startsWith(`..${sep}`) || isAbsolute(within);
    return (outside ? path : within).replaceAll(sep, "/");
  };
}
