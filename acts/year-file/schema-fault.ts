import * as z from 'zod';
import { DomainError, type ErrorCode, type ErrorDetails } from '../../domain/errors.ts';
import { QUARTERS } from '../../domain/plan.ts';
import type { Refusal } from './fields.ts';
import { pointerOf, valueAt } from './json-pointer.ts';
import { quote } from './quote.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

const PER_QUARTER: readonly PropertyKey[] = ['quarterTargets', 'checkSchedule'];

const refusalSchema = z.object({
  code: z.custom<ErrorCode>((value) => typeof value === 'string'),
  expected: z.string(),
});

const expectedByUnion = (branches: readonly (readonly Issue[])[]): string =>
  branches.map(([first]) => (first ? refusalOf(first).expected : '')).join(' or ');

const refusalOf = (issue: Issue): Refusal => {
  switch (issue.code) {
    case 'custom':
      return refusalSchema.parse(issue.params);
    case 'invalid_type':
      return { code: 'not-schema', expected: issue.expected };
    case 'invalid_value':
      return { code: 'not-schema', expected: issue.values.map(String).join(' or ') };
    case 'invalid_union':
      return { code: 'not-schema', expected: expectedByUnion(issue.errors) };
    default:
      return { code: 'not-schema', expected: issue.message };
  }
};

// The refused value under the name by which the sentence for people quotes it.
const QUOTED_AS: Partial<Record<ErrorCode, string>> = {
  'unknown-role': 'role',
  'unknown-reference': 'id',
  'bad-key': 'id',
  'impossible-date': 'date',
};

const quotedValue = (code: ErrorCode, value: unknown): ErrorDetails => {
  const name = QUOTED_AS[code];
  return name && typeof value === 'string' ? { [name]: quote(value) } : {};
};

const unknownKeyFault = (path: Path, key: string): DomainError => {
  const place = pointerOf([...path, key]);
  if (PER_QUARTER.includes(path.at(-1) ?? '')) {
    const expected = QUARTERS.join(' or ');
    return new DomainError('unknown-reference', 'no such quarter', { id: key, expected }, place);
  }
  const expected = 'a key of cchc-sample/1';
  return new DomainError('unknown-key', 'the schema has no such key', { key, expected }, place);
};

const faultOfIssue = (issue: Issue, root: unknown): DomainError => {
  if (issue.code === 'unrecognized_keys') return unknownKeyFault(issue.path, issue.keys[0] ?? '');
  const value = valueAt(root, issue.path);
  const refusal = refusalOf(issue);
  const code = value === undefined ? 'missing-field' : refusal.code;
  const place = pointerOf(issue.path);
  return new DomainError(
    code,
    `${code} at ${place || 'the top'}: expected ${refusal.expected}`,
    { ...quotedValue(code, value), expected: refusal.expected },
    place,
  );
};

/** The first fault, but a file of another schema is told that and not a list of its keys. */
export const faultOfSchema = (error: z.ZodError, root: unknown): DomainError => {
  const { issues } = error;
  const first = issues.find((issue) => issue.path[0] === 'schemaVersion') ?? issues[0];
  if (!first) throw new Error('a schema refused without an issue', { cause: error });
  return faultOfIssue(first, root);
};
