import { localDateOf } from '../../domain/local-date.ts';
import { REPLAY_WORDS } from '../../locale/replay.ts';
import { cycleId, yearStrandId } from '../../workflows/contract.ts';
import { CONFERENCE_ID } from './conference-steps.ts';
import { draftSteps } from './draft-steps.ts';
import { joinRooms, NO_STEPS, onceStrand, type PlannedRoom } from './replay-step.ts';
import { laterOf, morningOf, signerOf, type YearToEnter } from './year-to-enter.ts';

const PLEDGE_ID = 'pledge';

export const pledgeStrandOf = ({ officeId, year }: YearToEnter): string =>
  yearStrandId(officeId, year, { kind: 'pledge', id: PLEDGE_ID });

/** The pledge that units sign before a witness, and its paper. Only the file's signatories sign. */
export const pledgeRoom = (year: YearToEnter): PlannedRoom => {
  const { commitments, conference } = year.file;
  if (!commitments || commitments.signatories.length === 0) return NO_STEPS;
  const { signedOn, signatories } = commitments;
  const isAtConference = conference?.date === signedOn;
  const at = isAtConference ? conference.startAt : morningOf(signedOn);
  const personId = year.coordinatorOn(localDateOf(at));
  const strand = pledgeStrandOf(year);
  const signed = signatories.map(({ orgUnitId: unitId, personId: signatoryId }) => ({
    unitId,
    personId: signatoryId,
    substitute:
      year.headOfUnitOn(unitId, signedOn) === signatoryId
        ? null
        : { basis: REPLAY_WORDS.delegationBasis },
  }));
  const steps = [
    {
      id: 'pledge-open',
      at,
      personId,
      act: 'open-pledge',
      data: {
        pledgeId: PLEDGE_ID,
        form: 'joint',
        title: commitments.title,
        signatoryRule: 'named',
        unitIds: signatories.map(({ orgUnitId }) => orgUnitId),
        witnessId: commitments.witnessId,
        inResponseTo: conference?.inResponseTo ?? null,
        ownerId: isAtConference ? CONFERENCE_ID : null,
        place: isAtConference ? conference.location : null,
      },
      place: '/commitments',
      ready: onceStrand(cycleId(year.officeId, year.year), 'reformCycle', ({ strands }) =>
        !isAtConference || strands.some(({ strand: { kind } }) => kind === 'conference')
          ? {}
          : null,
      ),
    },
    {
      id: 'pledge-sign',
      at,
      personId,
      act: 'mark-signed',
      data: { pledgeId: PLEDGE_ID, signed, signedOn },
      place: '/commitments/signatories',
      ready: onceStrand(strand, 'pledge', ({ phase }) => (phase === 'open' ? {} : null)),
    },
  ];
  const because = 'the file does not say who kept the sheet';
  const opened: PlannedRoom = {
    steps,
    assumed: [
      { path: '/commitments', assumed: `opened and marked as signed by ${personId}`, because },
      {
        path: '/commitments',
        assumed: 'the points are the tasks with their targets, as registered or planned',
        because: 'the file has the title of the pledge and no points',
      },
    ],
    papers: {},
  };
  const paper = year.paperOf('pledge');
  if (!paper) return opened;
  const { signer, assumed } = signerOf(year, paper, paper.document.issuedOn);
  const { subject, issuedOn } = paper.document;
  const drafted = draftSteps(year, {
    paper,
    kind: 'pledge',
    about: PLEDGE_ID,
    subjects: [],
    act: 'submit-pledge',
    data: { pledgeId: PLEDGE_ID, subject, signer },
    from: laterOf(at, morningOf(issuedOn)),
    ready: onceStrand(strand, 'pledge', ({ phase }) => (phase === 'signed' ? {} : null)),
  });
  return joinRooms([opened, { steps: [], assumed, papers: {} }, drafted]);
};
