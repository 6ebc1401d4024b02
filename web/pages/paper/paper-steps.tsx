import type { DocumentIssueState, PaperPhase } from '../../../domain/document-issue.ts';
import { formatDate, formatDateTime } from '../../../locale/dates.ts';
import type { Words } from '../../../locale/words.ts';
import { Timeline, type StepState, type TimelineStep } from '../../layout/progress.tsx';
import { personName, type PaperView } from './paper-view.ts';

interface PaperStep extends Omit<TimelineStep, 'state'> {
  /** While the paper is in one of them, this step is what it waits for. */
  readonly phases: readonly PaperPhase[];
}

const ARRIVED = ['sent', 'handed-over'];

const isDigital = ({ phase, signed }: DocumentIssueState): boolean =>
  phase === 'awaiting-digital-signature' || signed?.how === 'digital';

const signOf = (t: Words, { state: { signed, signer }, people }: PaperView): PaperStep => ({
  title: t('paper.step-sign'),
  phases: ['preparing', 'awaiting-signature', 'awaiting-digital-signature'],
  dates: signed ? t(`paper.signed-${signed.how}`, { when: formatDateTime(signed.at) }) : undefined,
  forWhom: signed ? undefined : personName(people, signer.personId),
});

const numberOf = (t: Words, { state: { number }, numberAndSymbol }: PaperView): PaperStep => ({
  title: t('paper.step-number'),
  phases: ['awaiting-number'],
  dates:
    number && numberAndSymbol
      ? t('paper.number-of-day', {
          number: numberAndSymbol,
          date: formatDate(number.documentDate),
        })
      : undefined,
});

const stampOf = (t: Words, { state: { stampedOn } }: PaperView): PaperStep => ({
  title: t('paper.step-stamp'),
  phases: ['awaiting-stamp'],
  dates: stampedOn ? formatDate(stampedOn) : undefined,
});

// The seal is set by itself as soon as the signature is there.
const sealOf = (t: Words, { state: { digital } }: PaperView): PaperStep => ({
  title: t('paper.step-seal'),
  phases: (digital?.sealedSha256 ?? null) === null ? ['awaiting-issue'] : [],
});

const stepsOf = (t: Words, view: PaperView): readonly PaperStep[] => {
  const { deliveries, state } = view;
  const arrived = deliveries.filter(({ status }) => ARRIVED.includes(status)).length;
  // Who signs digitally signs the number along.
  const made = isDigital(state)
    ? [numberOf(t, view), signOf(t, view), sealOf(t, view)]
    : [signOf(t, view), numberOf(t, view), stampOf(t, view)];
  return [
    ...made,
    {
      title: t('paper.step-issue'),
      phases: ['awaiting-issue'],
      dates: state.issuedOn ? formatDate(state.issuedOn) : undefined,
    },
    {
      title: t('paper.step-deliver'),
      phases: ['delivering'],
      dates: deliveries.length
        ? t('paper.arrived-of', { arrived, total: deliveries.length })
        : undefined,
    },
  ];
};

const currentOf = (steps: readonly PaperStep[], phase: PaperPhase): number =>
  phase === 'closed' ? steps.length : steps.findIndex(({ phases }) => phases.includes(phase));

const stateOf = (current: number, index: number): StepState => {
  if (index < current) return 'done';
  return index === current ? 'waiting' : 'upcoming';
};

/** Where this paper stands between approval and the last recipient. */
export const PaperSteps = ({ t, view }: { readonly t: Words; readonly view: PaperView }) => {
  const steps = stepsOf(t, view);
  const current = currentOf(steps, view.state.phase);
  return (
    <Timeline
      t={t}
      steps={steps.map(({ title, dates, forWhom }, index) => {
        const state = stateOf(current, index);
        return { title, dates, state, forWhom: state === 'waiting' ? forWhom : undefined };
      })}
    />
  );
};
