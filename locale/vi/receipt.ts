/** Words of the receipt pages. */
export const receipt = {} as const;
