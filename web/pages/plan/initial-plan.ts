import type { WebContext } from '../../environment.ts';
import { typedText, type TypedFields } from '../../layout/typed-values.ts';
import { inForm } from '../drafts/form-parts.tsx';
import { pressOnPeriod } from '../registration/period-press.ts';
import { fieldsOfForm } from '../registration/unit-moment.tsx';
import { approvalPage } from './approval-page.tsx';
import { readApproval } from './approval-reading.ts';
import { pathOfApproval } from './draft-paper.tsx';

const press = async (
  c: WebContext,
  form: 'initial' | 'refuse',
  act: 'initial-plan' | 'refuse-plan-initial',
): Promise<Response> => {
  const view = await readApproval(c);
  if (!view) return c.notFound();
  const { version } = view.state;
  const typed: TypedFields = await c.req.parseBody();
  const fields = fieldsOfForm(typed, form);
  const read = {
    part: typedText(fields, 'part'),
    version,
    boundHash: typedText(fields, 'boundHash'),
  };
  return pressOnPeriod(c, {
    fields,
    act,
    data: form === 'initial' ? read : { ...read, reason: typedText(fields, 'reason') },
    to: pathOfApproval(view.cycle.year, version),
    fieldOf: (id) => (id === 'reason' ? id : null),
    again: (refused) =>
      approvalPage(c, { ...refused, fields: typed, errors: inForm(form, refused.errors) }),
  });
};

export const initialPlan = (c: WebContext) => press(c, 'initial', 'initial-plan');

export const refusePlanInitial = (c: WebContext) => press(c, 'refuse', 'refuse-plan-initial');
