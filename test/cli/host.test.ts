import { afterEach, describe, expect, it, vi } from "vitest";
import { processHost } from "../../src/cli/host.js";

describe("today", () => {
  const zone = process.env["TZ"];
  afterEach(() => {
    vi.useRealTimers();
    if (zone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = zone;
  });

  // Fourteen hours ahead of UTC, and eleven behind.
  it.each(["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago"])("is the day by UTC in %s, too", (timeZone) => {
    process.env["TZ"] = timeZone;
    vi.useFakeTimers({ toFake: ["Date"] });
    const on = (moment: string): string => {
      vi.setSystemTime(moment);
      return processHost().today();
    };
    expect(on("2026-06-30T00:00:00.000Z")).toBe("2026-06-30");
    expect(on("2026-06-30T23:59:59.999Z")).toBe("2026-06-30");
    expect(on("2026-07-01T00:00:00.000Z")).toBe("2026-07-01");
  });
});
