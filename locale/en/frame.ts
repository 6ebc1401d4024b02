import type { frame as vietnamese } from '../vi/frame.ts';

export const frame: Readonly<Record<keyof typeof vietnamese, string>> = {
  'frame.done': 'Recorded.',
  'frame.being-processed': 'Recorded, being processed. Reload the page in a few seconds.',
  'frame.number-out-of-order':
    'The number was given. Number and date are out of order with other numbered papers: check the register.',
  'frame.start-resumed': 'A start that had not been finished was continued.',
};
