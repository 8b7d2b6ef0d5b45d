export function requiredOnce(code: string): string;
export function plainExports(code: string): string;
export function entryExports(code: string, doors: readonly string[], few: readonly string[]): string;
export function namesTaken(code: string, from: string): string[];
export function withoutUnused(code: string): string;
