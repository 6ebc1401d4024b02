import type { PaperSource } from '../../../domain/paper-source.ts';
import {
  taskKeyOf,
  type RegistrationListEntry,
  type SharedTask,
} from '../../../domain/registration.ts';
import type { Words } from '../../../locale/words.ts';
import type { Difference } from '../../layout/diff-list.tsx';

export type ListSource = Extract<PaperSource, { kind: 'registration-result' }>;

interface ListNames {
  readonly unit: (unitId: string) => string;
  readonly person: (personId: string) => string;
}

/** Label and text by what it is about, so that two lists are compared thing by thing. */
type Lines = ReadonlyMap<string, { readonly label: string; readonly text: string }>;

const taskCountOf = ({ registrations }: ListSource, unitId: string): number =>
  registrations.find((one) => one.unitId === unitId)?.tasks.length ?? 0;

const entryInWords = (source: ListSource, entry: RegistrationListEntry, t: Words): string => {
  const { standing, isLate, version, unitId } = entry;
  if (standing === 'missing') return t('registration.entry-missing');
  if (standing === 'declined') {
    const reason = source.declineReasons[entry.declineReasonId ?? ''] ?? '';
    return t('registration.entry-declined', { reason });
  }
  const params = { count: taskCountOf(source, unitId), version: version ?? 0 };
  const late = isLate ? `, ${t('registration.came-late')}` : '';
  return `${t('registration.entry-registered', params)}${late}`;
};

/** The title of a task that units share, as one of them wrote it. */
const titleOfShared = ({ registrations }: ListSource, { key }: SharedTask): string =>
  registrations
    .flatMap(({ unitId, tasks }) =>
      tasks.map((task) => ({ own: taskKeyOf(unitId, task), title: task.title })),
    )
    .find(({ own }) => own === key)?.title ?? key;

const sharedInWords = ({ leadUnitId, unitIds }: SharedTask, names: ListNames, t: Words): string =>
  t('registration.led-by', {
    lead: names.unit(leadUnitId),
    others: unitIds
      .filter((unitId) => unitId !== leadUnitId)
      .map(names.unit)
      .join(', '),
  });

const linesOf = (source: ListSource, names: ListNames, t: Words): Lines => {
  const { subject, signer, entries, sharedTasks } = source.content;
  const signerName = `${signer.capacity ?? ''} ${names.person(signer.personId)}`.trim();
  return new Map([
    ['subject', { label: t('registration.subject'), text: subject }],
    ['signer', { label: t('plan.signer'), text: signerName }],
    ...entries.map(
      (entry) =>
        [
          `unit ${entry.unitId}`,
          { label: names.unit(entry.unitId), text: entryInWords(source, entry, t) },
        ] as const,
    ),
    ...sharedTasks.map(
      (task) =>
        [
          `task ${task.key}`,
          { label: titleOfShared(source, task), text: sharedInWords(task, names, t) },
        ] as const,
    ),
  ]);
};

/** What changed between two lists: units that came or went, what they registered, who leads. */
export const listDifferences = (
  before: ListSource,
  after: ListSource,
  names: ListNames,
  t: Words,
): readonly Difference[] => {
  const [old, now] = [linesOf(before, names, t), linesOf(after, names, t)];
  const keys = [...new Set([...old.keys(), ...now.keys()])];
  return keys
    .map((key) => [old.get(key), now.get(key)] as const)
    .filter(([left, right]) => left?.text !== right?.text)
    .map(([left, right]) => ({
      label: (right ?? left)?.label ?? '',
      before: left?.text ?? null,
      after: right?.text ?? null,
    }));
};
