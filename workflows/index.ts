export { reformCycle } from './reform-cycle.ts';
export { approval } from './approval.ts';
export { documentIssue } from './document-issue.ts';
