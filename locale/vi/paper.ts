/** Words of the paper pages. */
export const paper = {} as const;
