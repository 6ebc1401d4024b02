// The example that a newcomer meets: the current year's cycle while its units register, laid around today
// so that something waits for everyone. Played by the acts that people use.
import { readFile } from 'node:fs/promises';
import type { ActDependencies } from './acts/act.ts';
import { startFromFile } from './acts/start-from-file.ts';
import { createDays, layAroundToday } from './examples/around-today.ts';
import {
  PEOPLE,
  registrationOfStaffTeam,
  registrationOfTeam1,
  registrationOfTeam2,
  registrationOfYouthUnion,
  TEXTS,
} from './examples/current-year-story.ts';
import { createPlayer, type Story } from './examples/player.ts';
import { playRooms } from './examples/rooms-of-year.ts';
import { instantOf, localDateOf, type Instant } from './domain/local-date.ts';
import type { RegistrationContent } from './domain/registration.ts';
import {
  cycleId,
  noticePaperId,
  paperWorkflowId,
  planApprovalId,
  planPaperId,
  registrationId,
} from './workflows/contract.ts';

const FILE = new URL('./examples/current-year.json', import.meta.url);

const signPaper = async (
  { act, untilStrand, officeId, year }: Story,
  paperId: string,
  at: Instant,
) => {
  const id = paperWorkflowId(officeId, year, paperId);
  await untilStrand(id, 'documentIssue', ({ phase }) => phase !== 'preparing');
  await act(`sign-${paperId}`, PEOPLE.head, 'confirm-signature', { paperId }, at);
  return id;
};

const playPlan = async (story: Story): Promise<void> => {
  const { act, untilStrand, officeId, year, dayOf } = story;
  const { coordinator, head, registryClerk } = PEOPLE;
  await untilStrand(cycleId(officeId, year), 'reformCycle');
  await act('submit', coordinator, 'submit-plan', { version: 1 }, `${dayOf(19)}T09:10:00+07:00`);
  const { boundHash } = await untilStrand(planApprovalId(officeId, year, 1), 'approval');
  const read = { version: 1, boundHash };
  await act('approve', head, 'approve-plan', read, `${dayOf(19)}T15:20:00+07:00`);

  const paperId = planPaperId(year, 1);
  const id = await signPaper(story, paperId, `${dayOf(18)}T08:30:00+07:00`);
  const number = { paperId, number: 15, documentDate: dayOf(18) };
  await act('number', registryClerk, 'number-paper', number, `${dayOf(18)}T09:00:00+07:00`);
  await act('stamp', registryClerk, 'stamp-paper', { paperId }, `${dayOf(18)}T09:10:00+07:00`);
  await untilStrand(id, 'documentIssue', ({ finalFiles }) => finalFiles !== null);
  await act('issue', registryClerk, 'issue-paper', { paperId }, `${dayOf(18)}T09:30:00+07:00`);
  await untilStrand(id, 'documentIssue', ({ deliveries }) => deliveries !== null);
  const handOver = { paperId, recipientId: 'M-PN' };
  await act('hand-over', registryClerk, 'hand-over-paper', handOver, `${dayOf(17)}T10:00:00+07:00`);
  await untilStrand(cycleId(officeId, year), 'reformCycle', ({ plan }) => plan.phase === 'issued');
};

const register = async (
  { act, untilStrand, officeId, year }: Story,
  registration: RegistrationContent,
  at: Instant,
) => {
  const { unitId, headId } = registration;
  const data = { basedOn: null, registration };
  await act(`save-${unitId}`, headId, 'save-registration', data, at);
  const submit = { unitId, version: 1 };
  await act(`submit-${unitId}`, headId, 'submit-registration', submit, at);
  const id = registrationId(officeId, year, unitId, 1);
  const state = await untilStrand(id, 'unitRegistration', ({ phase }) => phase !== 'open');
  return { unitId, version: 1, sha256: state.submitted?.sha256 ?? '' };
};

const playRegistration = async (story: Story): Promise<void> => {
  const { act, untilStrand, officeId, year, dayOf } = story;
  const { coordinator, head, headOfWomensUnion } = PEOPLE;
  const opening = {
    subject: TEXTS.openingSubject(year),
    dueOn: dayOf(1),
    signer: { personId: head, capacity: null },
    requirements: TEXTS.requirements,
  };
  await act('open', coordinator, 'open-registration', opening, `${dayOf(7)}T08:15:00+07:00`);
  for (const unitId of ['T-TH', 'T-1', 'T-2', 'M-TN', 'M-PN']) {
    await untilStrand(registrationId(officeId, year, unitId, 1), 'unitRegistration');
  }
  const ofTeam1 = await register(story, registrationOfTeam1(year), `${dayOf(5)}T14:00:00+07:00`);
  await act(
    'accept-T-1',
    coordinator,
    'accept-registration',
    ofTeam1,
    `${dayOf(4)}T08:40:00+07:00`,
  );
  const ofTeam2 = await register(story, registrationOfTeam2(year), `${dayOf(4)}T10:05:00+07:00`);
  const back = { unitId: ofTeam2.unitId, version: 1, reason: TEXTS.returned };
  await act('return-T-2', coordinator, 'return-registration', back, `${dayOf(3)}T16:45:00+07:00`);
  await register(story, registrationOfStaffTeam(year), `${dayOf(2)}T09:00:00+07:00`);
  await register(story, registrationOfYouthUnion(year), `${dayOf(2)}T10:00:00+07:00`);
  const decline = { unitId: 'M-PN', reason: TEXTS.declined };
  await act(
    'decline-M-PN',
    headOfWomensUnion,
    'decline-registration',
    decline,
    `${dayOf(2)}T10:30:00+07:00`,
  );
  await signPaper(
    story,
    noticePaperId('registration-opening', year, 1),
    `${dayOf(1)}T08:00:00+07:00`,
  );
};

/** A year that was played already is left alone; false: and so is one that is somebody's own. */
export const playExample = async (acts: ActDependencies): Promise<boolean> => {
  const today = localDateOf(instantOf(acts.wallClock().getTime()));
  const dayOf = createDays(today);
  const { bytes, year, officeId } = layAroundToday(await readFile(FILE, 'utf8'), today);
  const running = await acts.stores.cycles.find(officeId, year);
  if (running && running.origin !== 'example') return false;
  const player = createPlayer(acts, officeId, year);
  const story = { ...player, officeId, year, dayOf, today };
  if (await acts.stores.acts.find(officeId, `example-${String(year)}-go-live`)) return true;
  if (!running) {
    await startFromFile(acts, {
      actId: `example-start-${String(year)}`,
      bytes,
      personId: PEOPLE.coordinator,
      channel: 'example',
      enteredSince: `${dayOf(20)}T08:00:00+07:00`,
    });
  }
  await playPlan(story);
  await playRegistration(story);
  await playRooms(story);
  await player.act('go-live', PEOPLE.coordinator, 'go-live', {}, null);
  return true;
};
