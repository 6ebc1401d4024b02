import type { QuestionContent } from '../../domain/dialogue/question-content.ts';
import { countQuestions } from '../../domain/dialogue/question-end.ts';
import { questionContentId, type QuestionState } from '../../domain/dialogue/question.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { PledgeState } from '../../domain/pledge/pledge.ts';
import type { ReformCycleState } from '../../domain/reform-cycle.ts';
import type { RegistrationPeriod } from '../../domain/registration-period.ts';
import type {
  CountsOfYear,
  DialogueCounts,
  PledgeCounts,
  RegistrationCounts,
} from '../../domain/summary/year-report.ts';
import { cycleId, yearStrandId } from '../../workflows/contract.ts';
import type { ActDependencies } from '../act.ts';

type Deps = Pick<ActDependencies, 'stores'>;

const registrationCounts = ({ units }: RegistrationPeriod): RegistrationCounts => ({
  units: units.length,
  registered: units.filter(({ standing, accepted }) => standing !== 'declined' && accepted !== null)
    .length,
  declined: units.filter(({ standing }) => standing === 'declined').length,
});

/** Pledges or questions of the year as they stand; those that were cancelled are left out. */
export const readStates = async <K extends 'pledge' | 'question'>(
  { stores }: Deps,
  officeId: string,
  { year, strands }: ReformCycleState,
  kind: K,
) => {
  const read = strands
    .filter(({ strand, ended }) => strand.kind === kind && ended?.how !== 'cancelled')
    .map(({ strand }) => stores.strands.find(officeId, yearStrandId(officeId, year, strand), kind));
  return (await Promise.all(read)).flatMap((found) => (found ? [found.state] : []));
};

const signedUnits = ({ requiredUnitIds, signatures }: PledgeState): number =>
  requiredUnitIds.filter((id) => signatures.some(({ unitId }) => unitId === id)).length;

const countPledges = (pledges: readonly PledgeState[]): PledgeCounts | null =>
  pledges.length === 0
    ? null
    : {
        required: pledges.reduce((sum, { requiredUnitIds }) => sum + requiredUnitIds.length, 0),
        signed: pledges.reduce((sum, pledge) => sum + signedUnits(pledge), 0),
      };

const countDialogue = (
  questions: readonly QuestionState[],
  on: LocalDate,
): DialogueCounts | null => {
  if (questions.length === 0) return null;
  const { asked, answered, inWriting, merged, escalated } = countQuestions(questions, on);
  const open = questions.filter(({ phase }) => phase === 'passed-up').length;
  return {
    asked,
    answeredAtOnce: answered,
    answeredInWriting: inWriting,
    merged,
    escalated,
    escalatedOpen: open,
  };
};

const textOf = async (
  { stores }: Deps,
  officeId: string,
  { year, questionId, contentVersion }: QuestionState,
): Promise<string> => {
  const id = questionContentId(year, questionId);
  const row = await stores.versions.find(officeId, 'question', id, contentVersion);
  if (!row) throw new Error(`version ${String(contentVersion)} of ${id} is missing`);
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- written by the act that asked it
  return (JSON.parse(row.text) as QuestionContent).text;
};

const isOpen = ({ phase }: QuestionState): boolean => phase === 'asked' || phase === 'passed-up';

/** What the year's other rooms counted, as of the day. */
export const readCountsOfYear = async (
  deps: Deps,
  officeId: string,
  year: number,
  on: LocalDate,
): Promise<CountsOfYear> => {
  const cycle = await deps.stores.strands.find(officeId, cycleId(officeId, year), 'reformCycle');
  if (!cycle)
    return {
      registration: null,
      pledges: null,
      dialogue: null,
      openQuestions: [],
      openQuestionIds: [],
    };
  const { registration } = cycle.state;
  const [pledges, questions] = await Promise.all([
    readStates(deps, officeId, cycle.state, 'pledge'),
    readStates(deps, officeId, cycle.state, 'question'),
  ]);
  const open = questions.filter(isOpen);
  return {
    registration: registration && registrationCounts(registration),
    pledges: countPledges(pledges),
    dialogue: countDialogue(questions, on),
    openQuestions: await Promise.all(open.map((question) => textOf(deps, officeId, question))),
    openQuestionIds: open.map(({ questionId }) => questionId),
  };
};
