export function functionsRun(args: readonly string[]): readonly (readonly [string, ReadonlySet<string>])[];
