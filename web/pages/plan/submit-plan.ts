import type { WebContext } from '../../environment.ts';
import { typedText } from '../../layout/typed-values.ts';
import { press } from '../../press.ts';
import { readRunningCycle } from '../cycle/cycle-reading.ts';
import { readOccurredAt } from '../paper/paper-moment.tsx';
import { planPage } from './plan-page.tsx';
import { pathOfPlan } from './plan-reading.ts';

const pressOnPlan = async (c: WebContext, act: 'submit-plan' | 'withdraw-plan') => {
  const fields = await c.req.parseBody();
  const { year } = await readRunningCycle(c);
  const moment = readOccurredAt(fields);
  if (!moment.isRight) {
    const text = c.get('t')('plan.occurred-at-wrong');
    return planPage(c, { fields, errors: [{ field: 'occurredAt', text }], status: 422 });
  }
  return press(c, {
    fields,
    act,
    year,
    data: { version: Number(typedText(fields, 'version')) },
    occurredAt: moment.occurredAt,
    to: pathOfPlan(year),
    again: (errors, status) => planPage(c, { fields, errors, status }),
  });
};

/** The version that was on the page travels along: another one is not what was read. */
export const submitPlan = (c: WebContext) => pressOnPlan(c, 'submit-plan');

export const withdrawPlan = (c: WebContext) => pressOnPlan(c, 'withdraw-plan');
