export function compileAlong(folder: string, runs: readonly (readonly string[])[]): void;
