export function functionsOf(path: string, source: string): readonly string[];
