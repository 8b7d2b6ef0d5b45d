// Required into a process: says at its end, on standard error, what it took.
process.on("exit", () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const ms = Math.round((userCPUTime + systemCPUTime) / 1000);
  process.stderr.write(`peak memory: ${maxRSS} KiB, processor time: ${ms} ms\n`);
});
