import type { OfficeFacts } from '../domain/office.ts';
import type { RegistrationFormSource } from '../domain/paper-source.ts';
import { formTitle } from '../locale/registration-papers.ts';
import type { FormPaper } from './form-paper.ts';
import type { PaperDating } from './paper.ts';
import { coordinatingUnitOf, leaderOf, nameOf, personOf, unitName } from './paper-parts.ts';
import { taskLinesOf } from './registered-task.ts';

const collectorOf = (facts: OfficeFacts, unitId: string): string | null => {
  const coordinator = coordinatingUnitOf(facts);
  if (coordinator?.id === unitId) return null;
  return coordinator?.name ?? facts.name;
};

/** @throws DomainError unknown-reference with the pointer into the registration */
export const formPaperOf = (
  { kind, content, sharedTasks }: RegistrationFormSource,
  facts: OfficeFacts,
  { stage, date }: PaperDating,
): FormPaper => ({
  kind,
  stage,
  year: content.year,
  head: {
    officeName: facts.name,
    unitName: unitName(facts, content.unitId, '/unitId'),
    placeName: facts.placeName,
    date,
  },
  subject: formTitle(kind, content.year),
  unitHead: nameOf(personOf(facts, content.headId, '/headId')),
  leader: nameOf(leaderOf(facts, '/leader')),
  collectorName: collectorOf(facts, content.unitId),
  tasks: taskLinesOf(content, sharedTasks, facts),
});
