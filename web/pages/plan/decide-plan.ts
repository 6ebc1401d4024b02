import type { WebContext } from '../../environment.ts';
import { typedText } from '../../layout/typed-values.ts';
import { press } from '../../press.ts';
import { readRunningCycle } from '../cycle/cycle-reading.ts';
import { approvalPage } from './approval-page.tsx';
import { pathOfPlan } from './plan-reading.ts';

const pressDecision = async (c: WebContext, act: 'approve-plan' | 'return-plan') => {
  const fields = await c.req.parseBody();
  const { year } = await readRunningCycle(c);
  const read = {
    version: Number(typedText(fields, 'version')),
    boundHash: typedText(fields, 'boundHash'),
  };
  return press(c, {
    fields,
    act,
    year,
    data: act === 'approve-plan' ? read : { ...read, reason: typedText(fields, 'reason') },
    to: `${pathOfPlan(year)}/approval/${c.req.param('version') ?? ''}`,
    again: (errors, status) => approvalPage(c, { fields, errors, status }),
  });
};

export const approvePlan = (c: WebContext) => pressDecision(c, 'approve-plan');

export const returnPlan = (c: WebContext) => pressDecision(c, 'return-plan');
