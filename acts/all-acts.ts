import type { Act } from './act.ts';
import { submitAmendment } from './amendment/submit-amendment.ts';
import { cancelCycle } from './cancel-cycle.ts';
import { endUnit, renameUnit } from './change-unit.ts';
import { holdCheck } from './check/hold-check.ts';
import { openCheck } from './check/open-check.ts';
import { recordVisit } from './check/record-visit.ts';
import { confirmFigures, reportFigures, returnFigures } from './check/report-figures.ts';
import { submitCheckTeam } from './check/submit-check-team.ts';
import { submitQuarterReport } from './check/submit-quarter-report.ts';
import { closeList } from './close-list.ts';
import {
  closeAgendaPoint,
  holdConference,
  recordAttendance,
} from './conference/hold-conference.ts';
import { attachPhoto, removePhoto } from './conference/keep-photos.ts';
import { changeConference, planConference } from './conference/plan-conference.ts';
import { cancelConference, postponeConference } from './conference/stop-conference.ts';
import {
  submitCancellation,
  submitInvitation,
  submitSummons,
} from './conference/submit-calling.ts';
import { submitNews } from './conference/submit-news.ts';
import { submitConclusion, submitMinutes } from './conference/submit-minutes.ts';
import { writeMinutes } from './conference/write-minutes.ts';
import { copyCycle } from './copy-cycle.ts';
import {
  approveList,
  approveSupplement,
  returnList,
  returnSupplement,
  withdrawList,
} from './decide-list.ts';
import { approvePlan, returnPlan, withdrawPlan } from './decide-plan.ts';
import { answerQuestion, passQuestionUp } from './dialogue/answer-question.ts';
import { askQuestion } from './dialogue/ask-question.ts';
import { closeQuestion, enterReply } from './dialogue/follow-up-question.ts';
import { mergeQuestion } from './dialogue/merge-question.ts';
import { submitSubmission, submitTransferSlip } from './dialogue/submit-slip.ts';
import { approveDraft, dropDraft, returnDraft, withdrawDraft } from './drafts/decide-draft.ts';
import { submitCorrection } from './drafts/submit-correction.ts';
import { submitPlainPaper } from './drafts/submit-plain-paper.ts';
import { submitRecall } from './drafts/submit-recall.ts';
import { giveAccount } from './give-account.ts';
import { attachScan, issuePaper, stampPaper } from './issue-paper.ts';
import { confirmCalendarYear, removeCalendarDay, saveCalendarDay } from './keep-calendar.ts';
import {
  addPerson,
  addSuperior,
  addUnit,
  changeProofMark,
  changeSeries,
  delegate,
} from './keep-office.ts';
import { changeInitials } from './initials/change-initials.ts';
import { initialDraft, refuseDraftInitial } from './initials/initial-draft.ts';
import { initialPlan, refusePlanInitial } from './initials/initial-plan.ts';
import { numberForDigital, numberPaper, voidNumber } from './number-paper.ts';
import { openRegistration } from './open-registration.ts';
import { changeSignatories, dropPledge } from './pledge/change-pledge.ts';
import { openPledge } from './pledge/open-pledge.ts';
import {
  attachPledgeScan,
  confirmCommitment,
  markSigned,
  takeBackMark,
} from './pledge/sign-pledge.ts';
import { submitPledge } from './pledge/submit-pledge.ts';
import {
  declineRegistration,
  saveRegistration,
  submitRegistration,
  withdrawRegistration,
} from './register-unit.ts';
import { acceptRegistration, consentToDecline, returnRegistration } from './review-registration.ts';
import { goLive, joinTasks, reopenRegistration, setLead } from './run-period.ts';
import { savePlan } from './save-plan.ts';
import { confirmSignature, enterOriginal, recordInkSignature } from './sign-paper.ts';
import { signDigitally, takeSignature } from './sign-digitally.ts';
import { startCycleFromFile } from './start-cycle-from-file.ts';
import { startCycle } from './start-cycle.ts';
import { submitPlan } from './submit-plan.ts';
import { openSummary } from './summary/open-summary.ts';
import { saveCriteria, scoreAppraised, scoreSelf } from './summary/score-year.ts';
import { submitCommendation } from './summary/submit-commendation.ts';
import { submitYearReport } from './summary/submit-year-report.ts';
import { decideOutcomes, writeSummary } from './summary/write-summary.ts';
import { giveUpDelivery, handOverPaper, sendAgain } from './tend-delivery.ts';
import { confirmWork, dropWork, moveWork, reportWork, returnWork } from './work/do-work.ts';
import { giveWork } from './work/give-work.ts';
import { installTemplate } from './template/install-template.ts';

type AnyAct = Pick<Act<unknown>, 'name' | 'power' | 'isUnnamed'> & {
  readonly perform: Act<unknown>['perform'];
  readonly schema: Act<unknown>['schema'];
};

const ALL: readonly AnyAct[] = [
  installTemplate,
  startCycle,
  copyCycle,
  startCycleFromFile,
  savePlan,
  submitPlan,
  withdrawPlan,
  initialPlan,
  refusePlanInitial,
  approvePlan,
  returnPlan,
  cancelCycle,
  goLive,
  openRegistration,
  saveRegistration,
  submitRegistration,
  declineRegistration,
  withdrawRegistration,
  acceptRegistration,
  returnRegistration,
  consentToDecline,
  reopenRegistration,
  setLead,
  joinTasks,
  closeList,
  approveList,
  returnList,
  withdrawList,
  approveSupplement,
  returnSupplement,
  initialDraft,
  refuseDraftInitial,
  approveDraft,
  returnDraft,
  withdrawDraft,
  dropDraft,
  submitCorrection,
  submitRecall,
  submitPlainPaper,
  submitAmendment,
  planConference,
  changeConference,
  submitInvitation,
  submitSummons,
  postponeConference,
  cancelConference,
  submitCancellation,
  recordAttendance,
  attachPhoto,
  removePhoto,
  closeAgendaPoint,
  holdConference,
  writeMinutes,
  submitMinutes,
  submitConclusion,
  submitNews,
  askQuestion,
  mergeQuestion,
  answerQuestion,
  passQuestionUp,
  submitTransferSlip,
  submitSubmission,
  enterReply,
  closeQuestion,
  giveWork,
  reportWork,
  confirmWork,
  returnWork,
  moveWork,
  dropWork,
  openSummary,
  saveCriteria,
  scoreSelf,
  scoreAppraised,
  decideOutcomes,
  writeSummary,
  submitYearReport,
  submitCommendation,
  openPledge,
  markSigned,
  confirmCommitment,
  attachPledgeScan,
  takeBackMark,
  changeSignatories,
  submitPledge,
  dropPledge,
  openCheck,
  reportFigures,
  confirmFigures,
  returnFigures,
  submitCheckTeam,
  recordVisit,
  holdCheck,
  submitQuarterReport,
  recordInkSignature,
  confirmSignature,
  enterOriginal,
  numberPaper,
  numberForDigital,
  signDigitally,
  takeSignature,
  voidNumber,
  stampPaper,
  attachScan,
  issuePaper,
  handOverPaper,
  sendAgain,
  giveUpDelivery,
  addUnit,
  endUnit,
  renameUnit,
  addPerson,
  addSuperior,
  changeInitials,
  changeProofMark,
  changeSeries,
  delegate,
  giveAccount,
  saveCalendarDay,
  removeCalendarDay,
  confirmCalendarYear,
];

/** What people can do, by the name that routes, API and trail use. */
export const ACTS: ReadonlyMap<string, AnyAct> = new Map(ALL.map((act) => [act.name, act]));
