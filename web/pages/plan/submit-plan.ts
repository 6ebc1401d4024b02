import type { WebContext } from '../../environment.ts';
import { typedText } from '../../layout/typed-values.ts';
import { press } from '../../press.ts';
import { userOn } from '../../signed-in.ts';
import { untilShown } from '../../until-shown.ts';
import { readRunningCycle } from '../cycle/cycle-reading.ts';
import { readOccurredAt } from '../paper/paper-moment.tsx';
import { planPage } from './plan-page.tsx';
import { pathOfPlan } from './plan-reading.ts';

const isBeforeLeader = async (c: WebContext, year: number): Promise<boolean> => {
  const rows = await c.get('deps').acts.stores.cycles.listWaiting(userOn(c).officeId);
  return rows.some((row) => row.year === year && row.what === 'approve-plan');
};

const isBackInDraft = async (c: WebContext): Promise<boolean> =>
  (await readRunningCycle(c)).state.plan.phase === 'drafting';

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

const wasAccepted = ({ status }: Response): boolean => status === 303;

/** The version that was on the page travels along: another one is not what was read. */
export const submitPlan = async (c: WebContext) => {
  const answer = await pressOnPlan(c, 'submit-plan');
  const { year } = await readRunningCycle(c);
  if (wasAccepted(answer)) await untilShown(() => isBeforeLeader(c, year));
  return answer;
};

export const withdrawPlan = async (c: WebContext) => {
  const answer = await pressOnPlan(c, 'withdraw-plan');
  if (wasAccepted(answer)) await untilShown(() => isBackInDraft(c));
  return answer;
};
