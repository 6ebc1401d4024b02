import { awaitedUntil, isLateAt } from '../../../domain/registration-lateness.ts';
import { waitersFor, waitersOf } from '../../../domain/waiters.ts';
import { waitingInRegistration } from '../../../domain/waiting.ts';
import { formatDate, formatDateTime, formatDeadline } from '../../../locale/dates.ts';
import type { WebContext } from '../../environment.ts';
import {
  InsetText,
  SummaryList,
  Tag,
  WarningText,
  type SummaryRow,
  type Tone,
} from '../../layout/content.tsx';
import type { UnitView } from './unit-view.ts';

interface StandingProps {
  readonly c: WebContext;
  readonly view: UnitView;
}

const TONES = {
  open: 'busy',
  submitted: 'busy',
  returned: 'soon',
  declining: 'soon',
  accepted: 'good',
  declined: 'plain',
  cancelled: 'plain',
} as const satisfies Record<string, Tone>;

/** The state in a word; what was accepted after the list waits for the leader still. */
export const UnitTag = ({ c, view: { state, unit, moment } }: StandingProps) => {
  const t = c.get('t');
  if (!state) return null;
  if (unit?.standing === 'supplement') {
    return <Tag tone="busy">{t('unit.standing-supplement')}</Tag>;
  }
  if (unit?.standing === 'supplement-approved') {
    return <Tag tone="good">{t('unit.standing-supplement-approved')}</Tag>;
  }
  const isDue = state.phase === 'open' || state.phase === 'returned';
  return (
    <>
      <Tag tone={TONES[state.phase]}>{t(`unit.phase-${state.phase}`)}</Tag>{' '}
      {isDue && isLateAt(state, moment) && <Tag tone="bad">{t('unit.late')}</Tag>}
    </>
  );
};

// Why it came back stands on top: it is what the unit has to do now.
const Returned = ({ c, view }: StandingProps) => {
  const t = c.get('t');
  const { state, unit, cycle, reasons } = view;
  if (state?.phase !== 'returned' || !state.returned) return null;
  const { by, at, reasonId, resubmitOn } = state.returned;
  const isReopened = reasonId === unit?.reopenedReasonId;
  const who = cycle.nameOf(by.personId);
  return (
    <>
      <WarningText t={t}>
        {t(isReopened ? 'unit.reopened' : 'unit.returned', { who, when: formatDateTime(at) })}
      </WarningText>
      <InsetText>
        <strong>{t('unit.reason')}:</strong> <span class="rc-typed">{reasons.returned}</span>
        {resubmitOn !== null && (
          <>
            <br />
            {t('unit.resubmit-until', { date: formatDate(resubmitOn) })}
          </>
        )}
      </InsetText>
    </>
  );
};

const Declined = ({ c, view }: StandingProps) => {
  const t = c.get('t');
  const { state, cycle } = view;
  if (!state?.declined || (state.phase !== 'declining' && state.phase !== 'declined')) return null;
  const { declined, judgedBy } = state;
  return (
    <InsetText>
      {t('unit.declined', {
        who: cycle.nameOf(declined.fromPaper?.headId ?? declined.by.personId),
        when: formatDateTime(declined.at),
      })}
      <br />
      <strong>{t('unit.decline-reason')}:</strong>{' '}
      <span class="rc-typed">{view.reasons.declined}</span>
      {state.phase === 'declined' && judgedBy && (
        <>
          <br />
          {t('unit.consented', { who: cycle.nameOf(judgedBy.personId) })}
        </>
      )}
    </InsetText>
  );
};

const waitersIn = ({ state, supplement, cycle }: UnitView): readonly string[] => {
  if (!state || cycle.state.cancelled) return [];
  if (supplement && !supplement.decision) return waitersFor('leader', cycle.facts);
  return waitingInRegistration(state).flatMap((row) => waitersOf(row, cycle.facts));
};

const dueRow = ({ c, view }: StandingProps): readonly SummaryRow[] => {
  const t = c.get('t');
  const { state, cycle } = view;
  if (!state) return [];
  const isDue = state.phase === 'open' || state.phase === 'returned';
  const key = t('unit.due');
  if (!isDue) return [{ key, value: formatDate(state.dueOn) }];
  const until = awaitedUntil(state);
  if (until === null) {
    return [{ key, value: t('unit.due-passed', { date: formatDate(state.dueOn) }) }];
  }
  const left = formatDeadline(c.get('lang'), until, cycle.day);
  return [{ key, value: `${formatDate(until)} (${left})` }];
};

const submittedRows = ({ c, view }: StandingProps): readonly SummaryRow[] => {
  const t = c.get('t');
  const { submitted } = view.state ?? {};
  if (!submitted) return [];
  const { nameOf } = view.cycle;
  const who = nameOf(submitted.by.personId);
  const paper = submitted.fromPaper;
  const base = {
    key: t('unit.submitted'),
    value: `${t('cycle.version', { version: submitted.version })}, ${formatDateTime(submitted.at)}, ${
      paper ? t('unit.entered-for', { head: nameOf(paper.headId), who }) : who
    }`,
  };
  return submitted.isLate
    ? [base, { key: t('unit.late'), value: view.reasons.late ?? t('shell.empty-value') }]
    : [base];
};

const factRows = ({ c, view }: StandingProps): readonly SummaryRow[] => {
  const t = c.get('t');
  const { cycle, head, unit } = view;
  const waiters = [...new Set(waitersIn(view))].map(cycle.nameOf).join(', ');
  return [
    { key: t('unit.head'), value: head?.fullName ?? t('unit.no-head') },
    ...dueRow({ c, view }),
    ...submittedRows({ c, view }),
    ...(unit && unit.round > 1 ? [{ key: t('unit.round'), value: unit.round }] : []),
    ...(waiters ? [{ key: t('unit.waits-for'), value: waiters }] : []),
  ];
};

// What the reader might else wonder about: why nobody can go on here, or who will.
const remarksOf = ({ c, view }: StandingProps): readonly string[] => {
  const t = c.get('t');
  const { unit, state, supplement } = view;
  return [
    unit && !state && t('unit.being-opened'),
    unit?.standing === 'supplement' && !supplement && t('unit.supplement-later'),
    state?.isCoordinators && state.phase === 'submitted' && t('unit.leader-accepts'),
  ].filter((text) => typeof text === 'string');
};

/** Where the registration stands: why it came back, with whom it is, since when and until when. */
export const UnitStanding = ({ c, view }: StandingProps) => {
  const t = c.get('t');
  const { cycle, head } = view;
  return (
    <>
      {cycle.state.cancelled && <WarningText t={t}>{t('unit.cycle-cancelled')}</WarningText>}
      <Returned c={c} view={view} />
      <Declined c={c} view={view} />
      <SummaryList rows={factRows({ c, view })} />
      {!head && <WarningText t={t}>{t('unit.no-head-hint')}</WarningText>}
      {remarksOf({ c, view }).map((text) => (
        <InsetText>{text}</InsetText>
      ))}
    </>
  );
};
