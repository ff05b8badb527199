/** No newspaper is older than the first, and what lies outside is a program's default (year 1, 9999). */
export const possibleYears = { first: 1600, last: 2199 } as const;
