import { expect, test } from 'vitest';
import { proveIssued, type LaterPaper } from '../../domain/proof.ts';

const PLAN = { numberAndSymbol: '15/KH-PM', date: '2024-01-15' };
const later = (
  paperId: string,
  does: LaterPaper['does'],
  to: string,
  date = '2024-02-01',
): LaterPaper => ({ paperId, does, to, numberAndSymbol: `${paperId}/PM`, date });

test('a paper of which nothing says otherwise is genuine', () => {
  expect(proveIssued('plan', PLAN, [later('71', 'recalls', 'other')])).toEqual({
    state: 'genuine',
    paper: PLAN,
    by: null,
    corrections: [],
  });
});

test('a corrected paper stays genuine, and its corrections are named', () => {
  const proof = proveIssued('plan', PLAN, [
    later('72', 'corrects', 'plan', '2024-03-01'),
    later('71', 'corrects', 'plan'),
  ]);
  expect([proof.state, proof.corrections]).toEqual([
    'genuine',
    [
      { numberAndSymbol: '72/PM', date: '2024-03-01' },
      { numberAndSymbol: '71/PM', date: '2024-02-01' },
    ],
  ]);
});

test('a paper is replaced by the newest that replaces it, and recalled whatever replaces it', () => {
  const replaced = [later('64', 'replaces', 'plan', '2024-03-01'), later('63', 'replaces', 'plan')];
  expect(proveIssued('plan', PLAN, replaced)).toMatchObject({
    state: 'replaced',
    by: { numberAndSymbol: '64/PM' },
  });
  expect(proveIssued('plan', PLAN, [...replaced, later('60', 'recalls', 'plan')])).toMatchObject({
    state: 'recalled',
    by: { numberAndSymbol: '60/PM' },
  });
});

test('what was recalled itself holds no more, be it a recall', () => {
  const recall = later('71', 'recalls', 'plan');
  const ofRecall = later('72', 'recalls', '71', '2024-03-01');
  const ofThat = later('73', 'recalls', '72', '2024-04-01');
  expect(proveIssued('plan', PLAN, [recall]).state).toBe('recalled');
  expect(proveIssued('plan', PLAN, [ofRecall, recall]).state).toBe('genuine');
  expect(proveIssued('plan', PLAN, [ofThat, ofRecall, recall]).state).toBe('recalled');
});
