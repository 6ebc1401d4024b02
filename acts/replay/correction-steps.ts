import { paperWorkflowId } from '../../workflows/contract.ts';
import { REPLAY_WORDS } from '../../locale/replay.ts';
import { draftSteps } from './draft-steps.ts';
import { joinRooms, NO_STEPS, onceStrand, type PlannedRoom } from './replay-step.ts';
import { signerOf, type FilePaper, type YearToEnter } from './year-to-enter.ts';

/** A letter's subject stands behind the abbreviation of "about", which its template prints. */
export const withoutAbbreviation = (subject: string): string => subject.replace(/^V\/v\s+/i, '');

const correctionOf = (
  year: YearToEnter,
  paper: FilePaper,
  papers: PlannedRoom['papers'],
): PlannedRoom => {
  const { corrects = '', issuedOn, subject } = paper.document;
  const paperId = papers[corrects];
  if (paperId === undefined) return NO_STEPS;
  const { signer, assumed } = signerOf(year, paper, issuedOn);
  const strand = paperWorkflowId(year.officeId, year.year, paperId);
  const about = withoutAbbreviation(subject);
  const drafted = draftSteps(year, {
    paper,
    kind: 'correction',
    about: paperId,
    subjects: [],
    act: 'submit-correction',
    data: {
      paperId,
      subject: about,
      signer,
      places: [{ where: about, ...REPLAY_WORDS.correction }],
    },
    from: null,
    ready: onceStrand(strand, 'documentIssue', ({ deliveries }) => (deliveries ? {} : null)),
  });
  const because = 'the file says what was corrected in the subject alone';
  return {
    ...drafted,
    assumed: [
      ...assumed,
      { path: paper.place, assumed: 'the place that was corrected is the subject', because },
      ...drafted.assumed,
    ],
  };
};

/** Letters that correct a paper which another room enters. */
export const correctionRoom = (year: YearToEnter, papers: PlannedRoom['papers']): PlannedRoom =>
  joinRooms(
    year.papers
      .filter(({ role, document }) => role === 'correction' && document.corrects !== undefined)
      .map((paper) => correctionOf(year, paper, papers)),
  );
