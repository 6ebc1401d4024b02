/** Words of the office pages. */
export const office = {} as const;
