import { viewHead } from './head-view.ts';
import type { RegistrationOpeningPaper, RegistrationResultPaper } from './notice-paper.ts';
import { viewTaskLine } from './registered-task-view.ts';

const viewNotice = (paper: RegistrationOpeningPaper | RegistrationResultPaper) => ({
  year: String(paper.year),
  head: viewHead(paper.head, paper.stage),
  subject: paper.subject,
  issuedPlan: paper.issuedPlan,
  leaderPosition: paper.leaderPosition,
  coordinatingUnitName: paper.coordinatingUnitName,
  recipients: paper.recipients,
  archive: paper.archive,
  signature: paper.signature,
});

/** The fields that templates/documents/registration-opening.hbs may name. */
export const viewOpening = (paper: RegistrationOpeningPaper) => ({
  ...viewNotice(paper),
  opensOn: paper.opensOn,
  dueOn: paper.dueOn,
  units: paper.units,
  unitCount: paper.units.length,
  requirements: paper.requirements,
});

/** The fields that templates/documents/registration-result.hbs may name. */
export const viewResult = (paper: RegistrationResultPaper) => {
  const { registered, declined, missing } = paper;
  const late = registered.filter(({ isLate }) => isLate).map(({ unitName }) => unitName);
  const indicatorCount = registered
    .flatMap(({ tasks }) => tasks)
    .reduce((sum, { indicators }) => sum + indicators.length, 0);
  return {
    ...viewNotice(paper),
    unitCount: registered.length + declined.length + missing.length,
    registeredCount: registered.length,
    declinedCount: declined.length,
    missingCount: missing.length,
    lateCount: late.length,
    taskCount: paper.taskCount,
    indicatorCount,
    hasIndicators: indicatorCount > 0,
    late,
    declined,
    missing,
    shared: paper.shared,
    units: registered.map(({ unitName, isLate, tasks }, index) => ({
      order: String(index + 1),
      unitName,
      isLate,
      tasks: tasks.map((task, at) => ({
        ...viewTaskLine(task),
        ordinal: `${String(index + 1)}.${String(at + 1)}`,
      })),
    })),
  };
};
