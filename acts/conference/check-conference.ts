import type { CallingKind, ConferenceFacts } from '../../domain/conference/conference-facts.ts';
import type { ConferenceContent } from '../../domain/conference/conference-content.ts';
import { DomainError } from '../../domain/errors.ts';
import { isBefore, localDateOf } from '../../domain/local-date.ts';
import type { OfficeFacts } from '../../domain/office.ts';
import type { ActDependencies, CheckedCall } from '../act.ts';
import { checkTexts, once, refer } from '../check-plan.ts';
import { yearOf } from '../on-strand.ts';
import { placedTexts } from '../year-file/texts-of-year-file.ts';

type Call = Omit<CheckedCall<unknown>, 'data'>;

const AT = '/conference';

const impossible = (message: string, given: string, expected: string, field: string) =>
  new DomainError('impossible-date', message, { given, expected }, `${AT}/${field}`);

const checkTimes = ({ date, startAt, endAt, session }: ConferenceContent): void => {
  if (localDateOf(startAt) !== date) {
    throw impossible('a conference begins on its day', startAt, date, 'startAt');
  }
  if (!isBefore(startAt, endAt)) {
    throw impossible('a conference ends after it begins', endAt, `> ${startAt}`, 'endAt');
  }
  if (session !== null && (session === 'morning') !== startAt.slice(11, 13) < '12') {
    throw impossible('the session and the hour disagree', startAt, session, 'startAt');
  }
};

// One that closes a year opens the next in the same sitting; a launch opens the year it belongs to.
const checkYears = (
  { kind, closesYear, opensYear }: ConferenceContent,
  cycleYear: number,
): void => {
  const isRight =
    kind === 'LAUNCH'
      ? closesYear === null && (opensYear === null || opensYear === cycleYear)
      : closesYear !== null &&
        opensYear === closesYear + 1 &&
        (cycleYear === closesYear || cycleYear === opensYear);
  if (isRight) return;
  throw new DomainError(
    'not-schema',
    'the years that a conference closes and opens do not follow from its kind and its cycle',
    { given: opensYear, expected: String(cycleYear) },
    `${AT}/opensYear`,
  );
};

const checkPeople = (content: ConferenceContent, facts: OfficeFacts): void => {
  const people = facts.people.map(({ id }) => id);
  refer(people, content.chairId, `${AT}/chairId`);
  refer(people, content.secretaryId, `${AT}/secretaryId`);
  content.agenda.forEach(({ ownerId }, index) => {
    refer(people, ownerId, `${AT}/agenda/${String(index)}/ownerId`);
  });
};

const checkCalled = (content: ConferenceContent, facts: OfficeFacts): void => {
  const bodies = facts.superiors.map(({ id }) => id);
  content.invitedSuperiorIds.forEach((id, index) => {
    refer(bodies, id, `${AT}/invitedSuperiorIds/${String(index)}`);
  });
  const units = facts.units.map(({ id }) => id);
  content.summonedUnitIds.forEach((id, index) => {
    refer(units, id, `${AT}/summonedUnitIds/${String(index)}`);
  });
};

const checkIds = ({ agenda, guests, ...content }: ConferenceContent): void => {
  once(
    agenda.map(({ ordinal }) => String(ordinal)),
    (index) => `${AT}/agenda/${String(index)}/ordinal`,
  );
  once(
    guests.map(({ key }) => key),
    (index) => `${AT}/guests/${String(index)}/key`,
  );
  once(content.invitedSuperiorIds, (index) => `${AT}/invitedSuperiorIds/${String(index)}`);
  once(content.summonedUnitIds, (index) => `${AT}/summonedUnitIds/${String(index)}`);
};

/** The head, or a deputy who is delegated on that day (domain rule on an absent leader). */
const checkChair = async (
  { stores }: Pick<ActDependencies, 'stores'>,
  { chairId, date }: ConferenceContent,
  facts: OfficeFacts,
): Promise<void> => {
  const roles = facts.people.find(({ id }) => id === chairId)?.roles ?? [];
  if (roles.includes('leader')) return;
  const delegations = await stores.offices.listDelegationsTo(facts.officeId, chairId, date);
  const heads = facts.people.filter((person) => person.roles.includes('leader'));
  const isDeputy = roles.includes('deputyLeader') || roles.includes('delegatedSigner');
  if (isDeputy && delegations.some((row) => heads.some(({ id }) => id === row.from_person_id))) {
    return;
  }
  throw new DomainError(
    'no-power',
    'the head chairs a conference, or a deputy who is delegated on that day',
    { given: chairId, date },
    `${AT}/chairId`,
  );
};

/**
 * What can be judged of a conference before anybody is asked to come, against the office of its day.
 * @throws DomainError with the pointer into the call's data
 */
export const checkConference = async (
  deps: ActDependencies,
  call: Call,
  content: ConferenceContent,
): Promise<void> => {
  const today = localDateOf(call.at);
  checkTexts(deps, placedTexts({ conference: content }));
  checkYears(content, yearOf(call));
  checkTimes(content);
  if (content.date < today) {
    throw impossible(
      'a conference is planned for a day to come',
      content.date,
      `>= ${today}`,
      'date',
    );
  }
  checkIds(content);
  const facts = await deps.stores.factsOn(call.officeId, content.date);
  checkPeople(content, facts);
  checkCalled(content, facts);
  await checkChair(deps, content, facts);
};

/** What the strand has to know of it. */
export const factsOfConference = (content: ConferenceContent): ConferenceFacts => {
  const isGuestInvited = content.guests.length > 0 || content.invitedSuperiorIds.length > 0;
  const wants: CallingKind[] = [
    ...(isGuestInvited ? (['invitation'] as const) : []),
    ...(content.summonedUnitIds.length > 0 ? (['summons'] as const) : []),
  ];
  return {
    date: content.date,
    secretaryId: content.secretaryId,
    wants,
    agenda: content.agenda.map(({ ordinal }) => ordinal),
  };
};
