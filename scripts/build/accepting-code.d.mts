export function acceptingCode(schema: object): string;
