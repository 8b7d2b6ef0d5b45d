// Required into a process: says at its end, on standard error, what it took.
const { readFileSync } = require("node:fs");

/** In KiB. Linux counts what a process had before it became this one among its `maxRSS`, and not here. */
function peakMemory() {
  try {
    return Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8"))[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}

process.on("exit", () => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  const ms = Math.round((userCPUTime + systemCPUTime) / 1000);
  process.stderr.write(`peak memory: ${peakMemory()} KiB, processor time: ${ms} ms\n`);
});
