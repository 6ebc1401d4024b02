import { expect, it } from 'vitest';
import { maySign } from '../../domain/may-sign.ts';
import type { PaperKind } from '../../domain/paper-kind.ts';
import type { SigningCapacity } from '../../domain/plan.ts';
import { office } from '../documents/registration-fixture.ts';

// P-01 heads the office, P-02 is the deputy, P-04 heads team 1.
const may = (
  personId: string,
  capacity: SigningCapacity | null,
  kind: PaperKind = 'letter',
  isOriginal = false,
) => maySign(office, { personId, capacity }, { kind, isOriginal });

it('the head signs without a capacity, and nobody else does', () => {
  expect(may('P-01', null)).toBe(true);
  expect(may('P-02', null)).toBe(false);
  expect(may('P-04', null)).toBe(false);
});

it('a deputy signs with KT. whatever the paper, the head of a unit never', () => {
  expect(may('P-02', 'KT.', 'plan')).toBe(true);
  expect(may('P-04', 'KT.')).toBe(false);
});

it('the head of a unit signs letters and notices with TL., but neither a plan nor a report', () => {
  expect(may('P-04', 'TL.')).toBe(true);
  expect(may('P-04', 'TL.', 'notice')).toBe(true);
  expect(may('P-04', 'TL.', 'report')).toBe(false);
  expect(may('P-04', 'TL.', 'plan-amendment')).toBe(false);
  expect(may('P-02', 'TL.')).toBe(false);
});

it('what was signed in a past year with TL. or TUQ. by the head of a unit stays so', () => {
  expect(may('P-04', 'TL.', 'quarter-report', true)).toBe(true);
  expect(may('P-04', 'TUQ.', 'quarter-report', true)).toBe(true);
  expect(may('P-04', 'TUQ.')).toBe(false);
  expect(may('P-02', 'TUQ.', 'letter', true)).toBe(false);
});

it('nobody outside the office on that day signs, and no unit that has ended has a head who does', () => {
  expect(may('P-99', 'TL.')).toBe(false);
  const ended = { ...office, units: office.units.filter(({ id }) => id !== 'T-1') };
  const signer = { personId: 'P-04', capacity: 'TL.' } as const;
  expect(maySign(ended, signer, { kind: 'letter', isOriginal: true })).toBe(false);
});
