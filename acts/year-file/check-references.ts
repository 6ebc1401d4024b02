import type { RoleId } from '../../domain/authority.ts';
import { pointerOf } from './json-pointer.ts';
import { checkReference, checkReferences, type Known, knownIdsOf } from './known-ids.ts';
import type { YearFile } from './year-file.ts';

type Task = YearFile['plan']['tasks'][number];
type Adjustment = YearFile['plan']['adjustments'][number];
type Question = NonNullable<YearFile['dialogue']>['questions'][number];

const eachAt = <Entry>(
  list: string,
  entries: readonly Entry[] | undefined,
  check: (entry: Entry, place: string) => void,
): void => {
  entries?.forEach((entry, index) => {
    check(entry, `${list}/${String(index)}`);
  });
};

// They are of bodies above as well, and only receive.
const GUESTS: readonly RoleId[] = ['guest', 'superiorReformSpecialist'];

const isGuest = ({ roles }: YearFile['people'][number]): boolean =>
  roles.length > 0 && roles.every((role) => GUESTS.includes(role));

const checkOrganisation = (file: YearFile, known: Known): void => {
  eachAt('/orgUnits', file.orgUnits, ({ successorId }, place) => {
    checkReference(known.units, successorId, `${place}/successorId`);
  });
  eachAt('/people', file.people, (person, place) => {
    const bodies = isGuest(person) ? known.anyBody : known.unitsAndOffice;
    checkReference(bodies, person.orgUnitId, `${place}/orgUnitId`);
  });
};

const checkTask = (task: Task, place: string, known: Known): void => {
  checkReferences(known.domains, task.domains, `${place}/domains`);
  const own = { list: `${place}/domains`, ids: new Set(task.domains) };
  checkReference(own, task.primaryDomain, `${place}/primaryDomain`);
  checkReference(known.units, task.leadOrgUnitId, `${place}/leadOrgUnitId`);
  checkReferences(known.units, task.coordinatingOrgUnitIds, `${place}/coordinatingOrgUnitIds`);
};

const checkAdjustment = (adjustment: Adjustment, place: string, known: Known): void => {
  checkReference(known.documents, adjustment.documentId, `${place}/documentId`);
  eachAt(`${place}/changes`, adjustment.changes, (change, at) => {
    checkReference(known.tasks, change.taskId, `${at}/taskId`);
    checkReference(known.indicatorsOf(change.taskId), change.indicatorId, `${at}/indicatorId`);
    if (change.field !== 'leadOrgUnitId') return;
    checkReference(known.units, String(change.from), `${at}/from`);
    checkReference(known.units, String(change.to), `${at}/to`);
  });
};

const checkPlan = ({ plan }: YearFile, known: Known): void => {
  checkReference(known.documents, plan.documentId, '/plan/documentId');
  eachAt('/plan/tasks', plan.tasks, (task, place) => {
    checkTask(task, place, known);
  });
  eachAt('/plan/adjustments', plan.adjustments, (adjustment, place) => {
    checkAdjustment(adjustment, place, known);
  });
};

const checkRegistrations = (file: YearFile, known: Known): void => {
  eachAt('/registrations', file.registrations, (registration, place) => {
    checkReference(known.unitsAndOffice, registration.orgUnitId, `${place}/orgUnitId`);
    checkReference(known.people, registration.submittedById, `${place}/submittedById`);
    eachAt(`${place}/items`, registration.items, ({ taskId, targets }, at) => {
      checkReference(known.tasks, taskId, `${at}/taskId`);
      Object.keys(targets).forEach((id) => {
        checkReference(known.indicatorsOf(taskId), id, `${at}/targets${pointerOf([id])}`);
      });
    });
    eachAt(`${place}/history`, registration.history, ({ byId }, at) => {
      checkReference(known.people, byId, `${at}/byId`);
    });
  });
  eachAt('/approvals', file.approvals, ({ byId, documentId }, place) => {
    checkReference(known.people, byId, `${place}/byId`);
    checkReference(known.documents, documentId, `${place}/documentId`);
  });
};

const checkConference = ({ conference }: YearFile, known: Known): void => {
  if (!conference) return;
  checkReference(known.people, conference.chairId, '/conference/chairId');
  checkReference(known.people, conference.secretaryId, '/conference/secretaryId');
  eachAt('/conference/agenda', conference.agenda, ({ ownerId }, place) => {
    checkReference(known.people, ownerId, `${place}/ownerId`);
  });
  const place = '/conference/minutesDocumentId';
  checkReference(known.documents, conference.minutesDocumentId, place);
};

const checkCommitments = ({ commitments }: YearFile, known: Known): void => {
  if (!commitments) return;
  checkReference(known.documents, commitments.documentId, '/commitments/documentId');
  checkReference(known.people, commitments.witnessId, '/commitments/witnessId');
  eachAt('/commitments/signatories', commitments.signatories, (signatory, place) => {
    checkReference(known.unitsAndOffice, signatory.orgUnitId, `${place}/orgUnitId`);
    checkReference(known.people, signatory.personId, `${place}/personId`);
  });
};

const checkQuestion = (question: Question, place: string, known: Known): void => {
  const { escalation } = question;
  const owner = question.actionOwnerOrgUnitId;
  checkReference(known.unitsAndOffice, question.askedByOrgUnitId, `${place}/askedByOrgUnitId`);
  checkReference(known.people, question.askedById, `${place}/askedById`);
  checkReference(known.domains, question.domain, `${place}/domain`);
  checkReference(known.people, question.answeredById, `${place}/answeredById`);
  checkReference(known.unitsAndOffice, owner, `${place}/actionOwnerOrgUnitId`);
  checkReference(known.questions, question.mergedIntoId, `${place}/mergedIntoId`);
  checkReference(known.documents, escalation?.documentId, `${place}/escalation/documentId`);
  const superiors = escalation?.toSuperiorIds ?? [];
  checkReferences(known.superiors, superiors, `${place}/escalation/toSuperiorIds`);
};

const checkDialogue = ({ dialogue }: YearFile, known: Known): void => {
  checkReference(known.people, dialogue?.responderId, '/dialogue/responderId');
  eachAt('/dialogue/questions', dialogue?.questions, (question, place) => {
    checkQuestion(question, place, known);
  });
};

const checkResults = ({ quarterChecks, yearSummary }: YearFile, known: Known): void => {
  eachAt('/quarterChecks', quarterChecks, (check, place) => {
    checkReference(known.documents, check.documentId, `${place}/documentId`);
    eachAt(`${place}/results`, check.results, ({ taskId, indicatorId }, at) => {
      checkReference(known.tasks, taskId, `${at}/taskId`);
      checkReference(known.indicatorsOf(taskId), indicatorId, `${at}/indicatorId`);
    });
  });
  checkReference(known.documents, yearSummary?.documentId, '/yearSummary/documentId');
  eachAt('/yearSummary/taskOutcomes', yearSummary?.taskOutcomes, ({ taskId }, place) => {
    checkReference(known.tasks, taskId, `${place}/taskId`);
  });
  Object.keys(yearSummary?.selfScore.byDomain ?? {}).forEach((code) => {
    checkReference(known.domains, code, `/yearSummary/selfScore/byDomain${pointerOf([code])}`);
  });
};

const checkDocuments = ({ documents }: YearFile, known: Known): void => {
  eachAt('/documents', documents, (document, place) => {
    checkReference(known.people, document.signerId, `${place}/signerId`);
    checkReference(known.people, document.cosignerId, `${place}/cosignerId`);
    checkReference(known.documents, document.amends, `${place}/amends`);
    checkReference(known.documents, document.corrects, `${place}/corrects`);
    checkReference(known.documents, document.attachedTo, `${place}/attachedTo`);
  });
};

const CHECKS = [
  checkOrganisation,
  checkPlan,
  checkRegistrations,
  checkConference,
  checkCommitments,
  checkDialogue,
  checkResults,
  checkDocuments,
];

/** Every id, code and key that refers to something refers to what the file holds. */
export const checkAllReferences = (file: YearFile): void => {
  const known = knownIdsOf(file);
  CHECKS.forEach((check) => {
    check(file, known);
  });
};
