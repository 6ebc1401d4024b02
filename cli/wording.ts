import { isInstant, isLocalDate } from '../domain/local-date.ts';
import type { WaitingFor } from '../domain/waiting.ts';
import { formatDate, formatDateTime } from '../locale/dates.ts';
import type { CycleAnswer } from './answers.ts';

const TASKS: Readonly<Record<WaitingFor, string>> = {
  'submit-plan': 'submit the plan',
  'correct-plan': 'correct the returned plan',
  'approve-plan': 'approve the plan',
  'open-registration': 'open registration',
  'register-unit': "register the unit's tasks",
  'correct-registration': 'correct the returned registration',
  'review-registration': 'review the registration',
  'accept-registration': "accept the coordinator's own unit",
  'consent-decline': 'consent that the unit registers nothing',
  'close-list': 'close the list of registrations',
  'approve-list': 'approve the list of registrations',
  'approve-supplement': 'approve the supplementary registration',
  'correct-draft': 'correct the returned draft',
  'initial-content': 'initial the content of a draft',
  'initial-form': 'initial the form of a draft',
  'approve-draft': 'approve the draft of a paper',
  'do-work': 'do the work that was given',
  'confirm-work': 'confirm that the work is done',
  'summarise-year': 'sum the year up and submit its report',
  'hold-signing': 'have the pledge signed',
  'sign-pledge': 'sign for the unit, which has not signed yet',
  'scan-pledge': 'upload the scan of the signed pledge',
  'submit-pledge': 'send the signed pledge on its way',
  'invite-conference': 'invite to the conference',
  'record-conference': 'record what happened at the conference',
  'write-minutes': 'write the minutes',
  'submit-minutes': 'submit the minutes for signature',
  'announce-cancellation': 'tell those invited that the conference is cancelled',
  'answer-question': 'answer a question of the dialogue',
  'write-slip': 'write the paper that passes a question up',
  'enter-reply': 'follow up and enter the reply from above',
  'report-figures': "report the unit's figures of the quarter",
  'correct-figures': 'correct the returned figures of the quarter',
  'confirm-figures': "confirm the unit's figures of the quarter",
  'hold-check': "hold the quarter's check",
  'late-check': 'see to a check that is overdue',
  'write-quarter-report': "write the quarter's report",
  'sign-paper': 'sign the paper',
  'number-paper': 'number the paper',
  'stamp-paper': 'stamp the paper',
  'scan-paper': 'upload the scan',
  'issue-paper': 'issue the paper',
  'hand-over-paper': 'hand the paper over',
  'mend-delivery': 'mend a delivery',
};

const ROLES: Readonly<Record<string, string>> = {
  leader: 'the leader',
  cycleCoordinator: 'the coordinator',
  dialogueResponder: 'whoever answers in the dialogue',
  registryClerk: 'the registry clerk',
  secretary: 'the secretary',
};

type WaitingRow = CycleAnswer['waiting'][number];

export const nameTask = (what: string): string =>
  Object.entries(TASKS).find(([key]) => key === what)?.[1] ?? what;

export const nameWhom = ({ person, role, unit }: WaitingRow): string => {
  if (person) return person.name;
  if (role === null) return unit === null ? 'somebody' : `the head of ${unit}`;
  const who = ROLES[role] ?? role;
  return unit === null ? who : `${who} (${unit})`;
};

/** dd/mm/yyyy, with the time where there is one; a blank stays one. */
export const nameTime = (time: string | null): string | null => {
  if (time === null) return null;
  if (isInstant(time)) return formatDateTime(time);
  return isLocalDate(time) ? formatDate(time) : time;
};

export const nameCycle = ({ office, year }: Pick<CycleAnswer, 'office' | 'year'>): string =>
  `${office.id}/${String(year)}`;

export const nameState = ({ plan, cancelledAt }: CycleAnswer): string => {
  if (cancelledAt !== null) return 'cancelled';
  return plan?.phase ?? 'starting';
};
