/** Where the file says otherwise than the rules: a pointer into it, what it says, what comes out here. */
export interface Difference {
  readonly path: string;
  readonly file: string | number | boolean | null;
  readonly computed: string | number | boolean | null;
}

/** Nothing where both say the same, or the file says nothing. */
export const differ = (
  path: string,
  said: Difference['file'] | undefined,
  computed: Difference['computed'],
): readonly Difference[] =>
  said === undefined || said === computed ? [] : [{ path, file: said, computed }];
