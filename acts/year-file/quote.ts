const LONGEST_QUOTE = 60;

/** A refused value as a refusal may show it: a file can hold an id of any length. */
export const quote = (text: string): string =>
  text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
