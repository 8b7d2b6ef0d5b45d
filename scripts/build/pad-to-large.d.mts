export const leastLarge: number;
