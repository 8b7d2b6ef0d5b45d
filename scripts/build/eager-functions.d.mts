export function eagerFunctions(code: string, isEager: (start: number, end: number) => boolean): string;
