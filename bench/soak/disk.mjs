// Writers on a disk of 1 MB that is nearly full. The disk is a tmpfs in a mount namespace of its own, which ends with
// the process; where that is not allowed, this part is skipped.
import { spawnSync } from "node:child_process";
import { rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { claim, figure, run } from "./run.mjs";
import { contents, prepared, writers } from "./writers.mjs";

const self = fileURLToPath(import.meta.url);
const mounting = 'mount -t tmpfs -o size=1m,mode=755 tmpfs "$1" && exec "$2" "$3" "$1"';

export async function disk(folder) {
  for (const namespace of [["-m"], ["-rm"]]) {
    const args = [...namespace, "sh", "-c", mounting, "sh", folder, process.execPath, self];
    const { status, stdout } = spawnSync("unshare", args, {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
    if (status === 0) return JSON.parse(stdout);
  }
  return [figure("skipped, as no tmpfs may be mounted here")];
}

if (process.argv[1] === self) console.log(JSON.stringify(await onDisk(process.argv[2])));

async function onDisk(folder) {
  const found = [];
  for (const writer of writers) {
    const model = await whole(folder, writer);
    const results = [];
    for (const free of [0, 4, 8, 16, 32, 64, 96, 128, 192, 256, 320, 384, 448, 512])
      results.push(await full(folder, writer, model, free * 1024));
    const of = (test) => results.filter(test).length;
    found.push(
      figure(
        `${writer.name}: ${results.length} runs, ${of(({ code }) => code === 0)} had room, ${of(({ code }) => code === 2)} were refused`,
      ),
      claim(
        of(({ sound }) => !sound) === 0,
        `${writer.name}: ${of(({ sound }) => !sound)} files half or lost`,
      ),
      claim(
        of(({ rest }) => rest > 0) === 0,
        `${writer.name}: ${of(({ rest }) => rest > 0)} times a temporary file is left`,
      ),
      claim(
        of(({ clear }) => !clear) === 0,
        `${writer.name}: ${of(({ clear }) => clear)} of ${results.length} said what is wrong`,
      ),
    );
  }
  return found;
}

/** What the writer leaves on a disk with room. */
async function whole(folder, { files, args }) {
  const inside = prepared(folder, "model", files);
  await run(args, inside);
  const after = contents(inside);
  rmSync(inside, { recursive: true });
  return after;
}

async function full(folder, { files, args, targets }, after, free) {
  const inside = prepared(folder, "full", files);
  const filler = join(folder, "filler");
  const { bavail, bsize } = statfsSync(folder);
  writeFileSync(filler, Buffer.alloc(Math.max(bavail * bsize - free, 0)));
  const { code, stderr } = await run(args, inside);
  rmSync(filler);
  const now = contents(inside);
  const wanted = code === 0 ? after : files;
  const sound = targets.every((name) => now[name] === wanted[name]);
  const rest = Object.keys(now).filter((name) => after[name] === undefined).length;
  const named = targets.some((name) => stderr.includes(name)) && !stderr.includes("    at ");
  rmSync(inside, { recursive: true });
  return { code, sound, rest, clear: code === 0 || (code === 2 && named) };
}
