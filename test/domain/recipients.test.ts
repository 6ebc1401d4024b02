import { expect, test } from 'vitest';
import { getsWorkingCopy, RECIPIENTS, recipientsOf } from '../../domain/recipients.ts';
import { FACTS, person, superior } from './office-facts.ts';

const mailboxes = (facts = FACTS) =>
  recipientsOf('plan', facts).map(({ id, mailbox }) => `${id}: ${mailbox ?? 'by hand'}`);

test('a plan goes to the leaders above, to the body that follows reform, and to every unit', () => {
  expect(recipientsOf('plan', FACTS).map(({ group, id }) => `${group} ${id}`)).toEqual([
    'superior-leaders above',
    'reform-office reform-office',
    'units team-1',
    'units team-2',
    'units union',
  ]);
});

test('the table says what each is to do with a plan', () => {
  expect(RECIPIENTS.plan.map(({ group, purpose }) => `${group}: ${purpose}`)).toEqual([
    'superior-leaders: report',
    'reform-office: follow',
    'units: carry-out',
  ]);
});

test('a unit gets the paper in the mailbox of whoever held its post on that day', () => {
  expect(mailboxes()).toContain('team-1: head-1@office.test');
  const people = [
    ...FACTS.people.filter(({ id }) => id !== 'head-1'),
    person('new-head', { unitId: 'team-1', roles: ['teamLead'] }),
  ];
  expect(mailboxes({ ...FACTS, people })).toContain('team-1: new-head@office.test');
  const row = recipientsOf('plan', { ...FACTS, people }).find(({ id }) => id === 'team-1');
  expect(row?.personId).toBe('new-head');
});

test('a unit whose post is vacant gets the paper by hand, and nobody is named', () => {
  const people = FACTS.people.filter(({ id }) => id !== 'head-1');
  expect(mailboxes({ ...FACTS, people })).toContain('team-1: by hand');
  const row = recipientsOf('plan', { ...FACTS, people }).find(({ id }) => id === 'team-1');
  expect(row).toMatchObject({ name: 'Đội số 1', personId: null });
});

test('who has no address gets the paper by hand', () => {
  const people = FACTS.people.map((row) => (row.id === 'head-2' ? { ...row, mailbox: null } : row));
  const superiors = [superior('above', { mailbox: null })];
  expect(mailboxes({ ...FACTS, people, superiors })).toEqual([
    'above: by hand',
    'team-1: head-1@office.test',
    'team-2: by hand',
    'union: union-head@office.test',
  ]);
});

test('a body of its own field gets the plan only where it follows reform', () => {
  const superiors = [superior('above'), superior('other', { kind: 'specialised' })];
  expect(mailboxes({ ...FACTS, superiors })).not.toContain('other: other@above.test');
});

test('a body above that also follows reform gets the plan once', () => {
  const superiors = [superior('above', { followsReform: true })];
  const rows = recipientsOf('plan', { ...FACTS, superiors }).filter(({ id }) => id === 'above');
  expect(rows).toMatchObject([{ group: 'superior-leaders' }]);
});

test('two units with one mailbox are two recipients', () => {
  const people = [
    person('both', { unitId: 'team-1', roles: ['teamLead'] }),
    person('both-2', { unitId: 'team-2', roles: ['teamLead'], mailbox: 'both@office.test' }),
  ];
  expect(mailboxes({ ...FACTS, people })).toEqual(
    expect.arrayContaining(['team-1: both@office.test', 'team-2: both@office.test']),
  );
});

test('a unit and a body above that bear the same key are two recipients', () => {
  const superiors = [superior('team-1')];
  expect(recipientsOf('plan', { ...FACTS, superiors })).toHaveLength(4);
});

test('units of the office get the working copy, bodies above the issued paper alone', () => {
  expect(
    recipientsOf('plan', FACTS)
      .filter(({ group }) => getsWorkingCopy(group))
      .map(({ id }) => id),
  ).toEqual(['team-1', 'team-2', 'union']);
});
