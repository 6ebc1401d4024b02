import type { initials as vietnamese } from '../vi/initials.ts';

export const initials: Readonly<Record<keyof typeof vietnamese, string>> = {
  'initials.content': 'Initial of the content',
  'initials.form': 'Initial of the form',
  'initials.given': '{who}, {when}',
  'initials.waits-for': 'Waits for {who}',
  'initials.not-yet': 'Not yet',
  'initials.title': 'Check and initial',
  'initials.content-asks':
    'You answer for the content of this paper. Initial it when it is right and complete; otherwise return it with the reason.',
  'initials.form-asks':
    'You answer for form and layout. See under Form above: while a rule is broken it cannot be initialled, so return it with the reason.',
  'initials.give-back': 'Return without initialling',
  'initials.before-leader': 'The paper waits for initials; the leader approves it after them.',
  'initials.office-title': 'Initials before the leader decides',
  'initials.office-in-short':
    'Before a paper goes to the leader, the head of the unit that drafts checks its content, and an appointed person its form (Decree 30/2020/ND-CP, article 12).',
  'initials.office-none': 'on no kind of paper.',
  'initials.office-some': 'on {count} kinds of paper.',
  'initials.content-kinds': 'The content is initialled',
  'initials.content-kinds-hint':
    'By the head of the coordinating unit. It holds for papers submitted from now on.',
  'initials.form-kinds': 'Form and layout are initialled',
  'initials.form-kinds-hint': 'By the person appointed below, after the content.',
  'initials.form-checker': 'Appointed to check the form',
  'initials.form-checker-hint': 'Leave it empty where the form of no kind is initialled.',
};
