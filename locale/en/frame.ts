import type { frame as vietnamese } from '../vi/frame.ts';

export const frame: Readonly<Record<keyof typeof vietnamese, string>> = {
  'frame.done': 'Recorded.',
  'frame.being-processed': 'Recorded, being processed. Reload the page in a few seconds.',
  'frame.number-out-of-order':
    'The number was given. Number and date are out of order with other numbered papers: check the register.',
  'frame.scan-longer':
    'The scan is kept. It has more pages than the printed paper: see that no other page is among them.',
  'frame.scan-not-a4': 'The scan is kept. Not all its pages are A4: look at them before the issue.',
  'frame.scan-coarse':
    'The scan is kept. A page has less than 200 dpi, which is less than an electronic copy must have; better scan again.',
  'frame.scan-not-colour':
    'The scan is kept. It has no colour, which an electronic copy must have; better scan again.',
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
