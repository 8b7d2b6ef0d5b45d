export function requiredOnce(code: string): string;
export function plainExports(code: string): string;
export function entryExports(code: string, doors: readonly string[]): string;
