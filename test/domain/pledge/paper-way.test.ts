import { expect, test } from 'vitest';
import { documentDateOf } from '../../../domain/paper-way.ts';
import { waitingInPaper } from '../../../domain/waiting.ts';
import { CLERK } from '../../support/actors.ts';
import { givenPaper } from '../../support/given.ts';
import {
  issued,
  opened,
  prepared,
  rendered,
  scanned,
  signedInInk,
} from '../../support/paper-life.ts';

const PLEDGE = { kind: 'pledge', paperId: 'pledge-2024-GU-v1' } as const;
const toIssue = [opened, prepared, signedInInk, rendered] as const;

test('a pledge that is signed waits neither for a number nor for a stamp', () => {
  const story = givenPaper([opened, prepared, signedInInk], PLEDGE);
  expect(story.state.phase).toBe('awaiting-issue');
  expect(documentDateOf(story.state)).toBe('2024-01-15');
  story
    .when({ type: 'giveNumber', number: 15, documentDate: '2024-01-15' }, { by: CLERK })
    .thenRefuses('out-of-time', { phase: 'awaiting-issue' });
  story.when({ type: 'stamp' }, { by: CLERK }).thenRefuses('out-of-time');
});

test('it is issued with its scan and what was made for keeping, on the day it was signed or later', () => {
  givenPaper(toIssue, PLEDGE)
    .when({ type: 'issue' }, { by: CLERK })
    .thenRefuses('not-ready', {}, '/scan');
  givenPaper([opened, prepared, signedInInk, scanned], PLEDGE)
    .when({ type: 'issue' }, { by: CLERK })
    .thenRefuses('not-ready');
  const story = givenPaper([...toIssue, scanned], PLEDGE);
  expect(waitingInPaper(story.state).map(({ what }) => what)).toEqual(['issue-paper']);
  const { phase, number } = story.when({ type: 'issue' }, { by: CLERK }).then([issued()]);
  expect([phase, number]).toEqual(['delivering', null]);
});

test('a scan that is still to be uploaded is what the clerk is waited for', () => {
  expect(waitingInPaper(givenPaper(toIssue, PLEDGE).state).map(({ what }) => what)).toEqual([
    'scan-paper',
  ]);
});
