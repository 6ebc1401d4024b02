import type { WebContext } from '../../environment.ts';
import { typedText } from '../../layout/typed-values.ts';
import { readRunningCycle } from '../cycle/cycle-reading.ts';
import { periodPage } from './period-page.tsx';
import { pressOnPeriod } from './period-press.ts';
import { pathOfPeriod } from './period-reading.ts';

/** The coordinator takes the list back before the leader has decided on it. */
export const withdrawList = async (c: WebContext) => {
  const fields = await c.req.parseBody();
  const { year } = await readRunningCycle(c);
  return pressOnPeriod(c, {
    fields,
    act: 'withdraw-list',
    data: { version: Number(typedText(fields, 'version')) },
    to: pathOfPeriod(year),
    fieldOf: () => null,
    again: (refused) => periodPage(c, refused),
    isShown: async () => (await readRunningCycle(c)).state.registration?.phase === 'open',
  });
};
