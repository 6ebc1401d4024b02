import { paperWorkflowId } from '../../../workflows/contract.ts';
import type { WebContext } from '../../environment.ts';
import { typedText } from '../../layout/typed-values.ts';
import { readRunningCycle } from '../cycle/cycle-reading.ts';
import { periodFieldOf, readOpeningForm } from './period-opening-form.ts';
import { periodPage } from './period-page.tsx';
import { pressOnPeriod, type RefusedForm } from './period-press.ts';
import { pathOfPeriod } from './period-reading.ts';

/** Shows the notice as it would be, or opens registration with it. */
export const openRegistration = async (c: WebContext) => {
  const fields = await c.req.parseBody();
  const cycle = await readRunningCycle(c);
  const { data, errors } = readOpeningForm(fields, c.get('t'));
  const again = (refused: RefusedForm) => periodPage(c, refused);
  if (errors.length > 0) return again({ fields, errors, status: 422 });
  if (typedText(fields, 'step') === 'preview') return again({ fields, errors: [], status: 200 });
  const { strands } = c.get('deps').acts.stores;
  return pressOnPeriod(c, {
    fields,
    act: 'open-registration',
    data,
    to: pathOfPeriod(cycle.year),
    fieldOf: periodFieldOf,
    again,
    isShown: async () => {
      const { registration } = (await readRunningCycle(c)).state;
      const id =
        registration &&
        paperWorkflowId(cycle.row.office_id, cycle.year, registration.opening.paperId);
      return id !== null && (await strands.find(cycle.row.office_id, id, 'documentIssue')) !== null;
    },
  });
};
