// In the order of the Vietnamese alphabet: a ă â … d đ … o ô ơ … u ư, of one letter by its tones, and
// figures by their value. Composed and decomposed letters are the same.
const COLLATOR = new Intl.Collator('vi', { numeric: true });

/** Negative, 0 or positive, as a list that people read is sorted: a à ả ã á ạ, "Đội 2" before "Đội 10". */
export const compareTexts = (left: string, right: string): number => COLLATOR.compare(left, right);

const nameParts = (fullName: string) => {
  const words = fullName.trim().split(/\s+/u);
  return { given: words.at(-1) ?? '', before: words.slice(0, -1).join(' ') };
};

/** By the given name, which is the last word, then by family and middle names, as lists of people are. */
export const comparePersonNames = (left: string, right: string): number => {
  const [one, other] = [nameParts(left), nameParts(right)];
  return compareTexts(one.given, other.given) || compareTexts(one.before, other.before);
};

// Composed first: "Ấ" may come as three signs, of which the first alone is no letter of its own.
const composed = (text: string): string => text.normalize('NFC');

export const upperCase = (text: string): string => composed(text).toLocaleUpperCase('vi');
export const lowerCase = (text: string): string => composed(text).toLocaleLowerCase('vi');

export const upperFirst = (text: string): string => {
  const [first = '', ...rest] = composed(text);
  return upperCase(first) + rest.join('');
};

/** But for an abbreviation, which keeps its capitals: "TTHC". */
export const lowerFirst = (text: string): string => {
  const [first = '', ...rest] = composed(text);
  return /^\p{Lu}\p{Ll}/u.test(composed(text)) ? lowerCase(first) + rest.join('') : composed(text);
};
