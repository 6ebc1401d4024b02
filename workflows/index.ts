export { reformCycle } from './reform-cycle.ts';
export { approval } from './approval.ts';
export { documentIssue } from './document-issue.ts';
export { unitRegistration } from './unit-registration.ts';
export { assignment } from './assignment.ts';
export { yearEndSummary } from './year-end-summary.ts';
export { pledge } from './pledge.ts';
export { officeDay } from './office-day.ts';
