/** Legal bases have no id in the schema; their place in the list is their name. */
export const legalBasisIdAt = (index: number): string => `LB-${String(index + 1)}`;
