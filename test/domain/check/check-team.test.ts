import { expect, it } from 'vitest';
import { checkTeam, type TeamMember } from '../../../domain/check/check-team.ts';

const days = { from: '2024-06-10', to: '2024-06-14' };
const head: TeamMember = { personId: 'P-02', role: 'head' };
const member: TeamMember = { personId: 'P-06', role: 'member' };

it('a team with one head and anybody else is in order, on one day or several', () => {
  expect(() => {
    checkTeam({ team: [head, member], ...days });
    checkTeam({ team: [head], from: days.from, to: days.from });
  }).not.toThrow();
});

it('a team has a head', () => {
  expect(() => {
    checkTeam({ team: [member], ...days });
  }).toThrow(expect.objectContaining({ code: 'missing-field', place: '/team' }));
});

it('a team has no second head', () => {
  const team: TeamMember[] = [head, { ...member, role: 'head' }];
  expect(() => {
    checkTeam({ team, ...days });
  }).toThrow(expect.objectContaining({ code: 'duplicate-id', place: '/team/1/personId' }));
});

it('nobody is in it twice', () => {
  const team: TeamMember[] = [head, member, { ...head, role: 'member' }];
  expect(() => {
    checkTeam({ team, ...days });
  }).toThrow(expect.objectContaining({ code: 'duplicate-id', place: '/team/2/personId' }));
});

it('a check ends no sooner than it begins', () => {
  expect(() => {
    checkTeam({ team: [head], from: days.to, to: days.from });
  }).toThrow(expect.objectContaining({ code: 'impossible-date', place: '/to' }));
});
