export { reformCycle } from './reform-cycle.ts';
export { approval } from './approval.ts';
export { documentIssue } from './document-issue.ts';
export { unitRegistration } from './unit-registration.ts';
export { conference } from './conference.ts';
export { assignment } from './assignment.ts';
export { officeDay } from './office-day.ts';
