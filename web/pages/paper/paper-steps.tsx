import type { PaperPhase } from '../../../domain/document-issue.ts';
import { formatDate, formatDateTime } from '../../../locale/dates.ts';
import type { Words } from '../../../locale/words.ts';
import { Timeline, type StepState, type TimelineStep } from '../../layout/progress.tsx';
import { personName, type PaperView } from './paper-view.ts';

// The place of each phase in the row of steps; -1: none of them waits.
const STEP_OF_PHASE: Readonly<Record<PaperPhase, number>> = {
  preparing: 0,
  'awaiting-signature': 0,
  // Its number comes before the signature; the row of steps keeps its order.
  'awaiting-digital-signature': 0,
  'awaiting-number': 1,
  'awaiting-stamp': 2,
  'awaiting-issue': 3,
  delivering: 4,
  closed: 5,
  cancelled: -1,
};

const ARRIVED = ['sent', 'handed-over'];

const stepsOf = (t: Words, view: PaperView): readonly Omit<TimelineStep, 'state'>[] => {
  const { state, people, deliveries, numberAndSymbol } = view;
  const { signed, number, stampedOn, issuedOn } = state;
  const arrived = deliveries.filter(({ status }) => ARRIVED.includes(status)).length;
  return [
    {
      title: t('paper.step-sign'),
      dates: signed
        ? t(`paper.signed-${signed.how}`, { when: formatDateTime(signed.at) })
        : undefined,
      forWhom: signed ? undefined : personName(people, state.signer.personId),
    },
    {
      title: t('paper.step-number'),
      dates:
        number && numberAndSymbol
          ? t('paper.number-of-day', {
              number: numberAndSymbol,
              date: formatDate(number.documentDate),
            })
          : undefined,
    },
    { title: t('paper.step-stamp'), dates: stampedOn ? formatDate(stampedOn) : undefined },
    { title: t('paper.step-issue'), dates: issuedOn ? formatDate(issuedOn) : undefined },
    {
      title: t('paper.step-deliver'),
      dates: deliveries.length
        ? t('paper.arrived-of', { arrived, total: deliveries.length })
        : undefined,
    },
  ];
};

const stateOf = (phase: PaperPhase, index: number): StepState => {
  const current = STEP_OF_PHASE[phase];
  if (index < current) return 'done';
  return index === current ? 'waiting' : 'upcoming';
};

/** Where this paper stands between approval and the last recipient. */
export const PaperSteps = ({ t, view }: { readonly t: Words; readonly view: PaperView }) => (
  <Timeline
    t={t}
    steps={stepsOf(t, view).map((step, index) => {
      const state = stateOf(view.state.phase, index);
      return { ...step, state, forWhom: state === 'waiting' ? step.forWhom : undefined };
    })}
  />
);
