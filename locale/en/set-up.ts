import type { setUp as vietnamese } from '../vi/set-up.ts';

export const setUp: Readonly<Record<keyof typeof vietnamese, string>> = {
  'set-up.title': 'The system is starting',
  'set-up.note':
    'This page reloads every two seconds and gives way to the system when all parts run. The first start may take minutes to build the workflow server; later ones take seconds.',
  'set-up.web': 'Web pages',
  'set-up.postgres': 'Database',
  'set-up.temporal': 'Workflow server',
  'set-up.mail': 'Local mail inbox',
  'set-up.worker': 'Worker',
  'set-up.example': 'Example data',
  'set-up.waiting': 'Waiting',
  'set-up.running': 'Running',
  'set-up.done': 'Ready',
  'set-up.failed': 'Failed',
};
