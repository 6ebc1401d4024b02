/** Joins the class names that apply: `joinClasses('a', isLate && 'b')`. */
export const joinClasses = (...names: readonly (string | false | null | undefined)[]): string =>
  names.filter(Boolean).join(' ');
