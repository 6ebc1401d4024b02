import type { OfficeFacts } from '../domain/office.ts';
import type { PaperSource } from '../domain/paper-source.ts';
import { displayNumber } from '../domain/recipients.ts';
import {
  taskKeyOf,
  type IssuedPlanRef,
  type RegistrationContent,
  type RegistrationListEntry,
  type RegistrationOpeningContent,
  type SharedTask,
} from '../domain/registration.ts';
import { formatNumberAndSymbol } from '../locale/papers.ts';
import type { RegistrationOpeningPaper, RegistrationResultPaper } from './notice-paper.ts';
import type { PaperDating } from './paper.ts';
import {
  distributionOf,
  headOf,
  leaderOf,
  refuseUnknown,
  signatureOf,
  symbolOf,
  unitName,
} from './paper-parts.ts';
import { othersOf, taskLinesOf } from './registered-task.ts';

type ResultSource = Extract<PaperSource, { kind: 'registration-result' }>;

const issuedPlanOf = (plan: IssuedPlanRef | null, facts: OfficeFacts) =>
  plan && {
    numberAndSymbol: formatNumberAndSymbol(displayNumber(plan.number), symbolOf('plan', facts)),
    date: plan.documentDate,
  };

const noticeOf = (
  kind: 'registration-opening' | 'registration-result',
  content: Pick<RegistrationOpeningContent, 'year' | 'subject' | 'signer' | 'issuedPlan'>,
  facts: OfficeFacts,
  dating: PaperDating,
) => ({
  stage: dating.stage,
  year: content.year,
  head: headOf(kind, facts, dating),
  subject: content.subject,
  issuedPlan: issuedPlanOf(content.issuedPlan, facts),
  leaderPosition: leaderOf(facts, '/leader').position,
  ...distributionOf(kind, facts),
  signature: signatureOf(content.signer, facts, dating.confirmedAt),
});

/** @throws DomainError unknown-reference with the pointer into the content */
export const openingPaperOf = (
  content: RegistrationOpeningContent,
  facts: OfficeFacts,
  dating: PaperDating,
): RegistrationOpeningPaper => ({
  ...noticeOf('registration-opening', content, facts, dating),
  kind: 'registration-opening',
  opensOn: content.opensOn,
  dueOn: content.dueOn,
  units: content.unitIds.map((id, index) => unitName(facts, id, `/unitIds/${String(index)}`)),
  requirements: content.requirements,
});

interface PlacedEntry extends RegistrationListEntry {
  readonly unitName: string;
  readonly place: string;
}

const entriesOf = (
  { content }: ResultSource,
  facts: OfficeFacts,
  standing: RegistrationListEntry['standing'],
): readonly PlacedEntry[] =>
  content.entries
    .map((entry, index) => ({ ...entry, place: `/entries/${String(index)}` }))
    .filter((entry) => entry.standing === standing)
    .map((entry) => ({
      ...entry,
      unitName: unitName(facts, entry.unitId, `${entry.place}/unitId`),
    }));

const registeredOf = (source: ResultSource, facts: OfficeFacts) =>
  entriesOf(source, facts, 'registered').map(({ unitId, unitName: name, isLate, place }) => {
    const registration =
      source.registrations.find((one) => one.unitId === unitId) ??
      refuseUnknown('registration', unitId, `${place}/version`);
    return {
      unitName: name,
      isLate,
      tasks: taskLinesOf(registration, source.content.sharedTasks, facts),
    };
  });

const declinedOf = (source: ResultSource, facts: OfficeFacts) =>
  entriesOf(source, facts, 'declined').map(({ unitName: name, declineReasonId, place }) => {
    const id = declineReasonId ?? '';
    const reason = source.declineReasons[id];
    return {
      unitName: name,
      reason: reason ?? refuseUnknown('reason', id, `${place}/declineReasonId`),
    };
  });

const titleOf = (
  key: string,
  registrations: readonly RegistrationContent[],
  place: string,
): string =>
  registrations
    .flatMap(({ unitId, tasks }) =>
      tasks.map((task) => ({ ...task, key: taskKeyOf(unitId, task) })),
    )
    .find((task) => task.key === key)?.title ?? refuseUnknown('task', key, `${place}/key`);

const sharedOf = ({ content, registrations }: ResultSource, facts: OfficeFacts) =>
  content.sharedTasks.map((shared, index) => {
    const place = `/sharedTasks/${String(index)}`;
    return {
      title: titleOf(shared.key, registrations, place),
      lead: unitName(facts, shared.leadUnitId, `${place}/leadUnitId`),
      others: othersOf(shared, facts, place),
    };
  });

const extraUnits = (sharedTasks: readonly SharedTask[]): number =>
  sharedTasks.reduce((sum, { unitIds }) => sum + unitIds.length - 1, 0);

/** @throws DomainError unknown-reference with the pointer into the list */
export const resultPaperOf = (
  source: ResultSource,
  facts: OfficeFacts,
  dating: PaperDating,
): RegistrationResultPaper => {
  const registered = registeredOf(source, facts);
  const taskCount = registered.reduce((sum, { tasks }) => sum + tasks.length, 0);
  return {
    ...noticeOf('registration-result', source.content, facts, dating),
    kind: 'registration-result',
    registered,
    declined: declinedOf(source, facts),
    missing: entriesOf(source, facts, 'missing').map(({ unitName: name }) => name),
    shared: sharedOf(source, facts),
    taskCount: taskCount - extraUnits(source.content.sharedTasks),
  };
};
