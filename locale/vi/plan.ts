/** Words of the plan pages. */
export const plan = {} as const;
