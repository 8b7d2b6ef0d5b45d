export function countedLoops(code: string): string;
