const dayMs = 86_400_000;

/** Whole days from one day to another, both YYYY-MM-DD and of the calendar; negative when `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((noon(to) - noon(from)) / dayMs);
}

function noon(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return Date.UTC(year, month - 1, date, 12);
}
