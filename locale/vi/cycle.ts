/** Words of the cycle pages. */
export const cycle = {} as const;
