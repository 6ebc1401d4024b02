import { expect, test } from 'vitest';
import type { DocumentIssueEvent } from '../../domain/document-issue.ts';
import type { PaperKind } from '../../domain/paper-kind.ts';
import { documentDateOf, WAY_OF_PAPER } from '../../domain/paper-way.ts';
import { waitingInPaper } from '../../domain/waiting.ts';
import { CLERK } from '../support/actors.ts';
import { givenPaper } from '../support/given.ts';
import {
  numbered,
  opened,
  prepared,
  rendered,
  scanned,
  signedInInk,
  stamped,
} from '../support/paper-life.ts';

const KINDS = Object.keys(WAY_OF_PAPER) as PaperKind[];

// The steps between signature and issue, as the table has them.
const steps = (kind: PaperKind): readonly DocumentIssueEvent[] => {
  const { isNumbered, isStamped } = WAY_OF_PAPER[kind];
  return [...(isNumbered ? [numbered()] : []), rendered, ...(isStamped ? [stamped] : []), scanned];
};

test.each(KINDS)('a paper of kind %s takes the steps of its way, and no other', (kind) => {
  const { isNumbered, isStamped } = WAY_OF_PAPER[kind];
  const signed = givenPaper([opened, prepared, signedInInk], { kind });
  const giveNumber = { type: 'giveNumber', number: 15, documentDate: '2024-01-15' } as const;
  const after = isStamped ? 'awaiting-stamp' : 'awaiting-issue';
  expect(signed.state.phase).toBe(isNumbered ? 'awaiting-number' : after);
  if (isNumbered) {
    expect(signed.when(giveNumber, { by: CLERK }).then([numbered()]).phase).toBe(after);
  } else {
    signed.when(giveNumber, { by: CLERK }).thenRefuses('out-of-time', { phase: after });
  }

  const ready = givenPaper([opened, prepared, signedInInk, ...steps(kind)], { kind });
  expect(ready.state.phase).toBe('awaiting-issue');
  expect(waitingInPaper(ready.state)).toMatchObject([{ what: 'issue-paper' }]);
  const issued = { type: 'PaperIssued', issuedOn: '2024-01-15', by: CLERK } as const;
  ready.when({ type: 'issue' }, { by: CLERK }).then([issued]);
});

test.each(KINDS)('a paper of kind %s bears its day: of the number, or of the signature', (kind) => {
  const number = { value: 15, documentDate: '2024-01-16' };
  const signed = { on: '2024-01-15', at: '2024-01-15T09:00:00+07:00', how: 'ink' } as const;
  const day = WAY_OF_PAPER[kind].isNumbered ? '2024-01-16' : '2024-01-15';
  expect(documentDateOf({ kind, number, signed })).toBe(day);
  expect(documentDateOf({ kind, number: null, signed: null })).toBeNull();
});
