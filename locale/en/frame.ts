import type { frame as vietnamese } from '../vi/frame.ts';

export const frame: Readonly<Record<keyof typeof vietnamese, string>> = {
  'frame.done': 'Recorded.',
  'frame.being-processed': 'Recorded, being processed. Reload the page in a few seconds.',
  'frame.number-out-of-order':
    'The number was given. Number and date are out of order with other numbered papers: check the register.',
  'frame.deadline-moved':
    'Recorded. The deadline fell on a day off and was moved to the next working day.',
  'frame.start-resumed': 'A start that had not been finished was continued.',
  'frame.at-least': '{value} or more',
  'frame.at-most': '{value} at most',
  'frame.more-than': 'more than {value}',
  'frame.between-days': 'The day must lie between {from} and {to}.',
  'frame.until-day': "The day can't lie after {to}.",
  'frame.from-day': "The day can't lie before {from}.",
};
