import type { WebContext } from '../../environment.ts';
import { mayGiveOccurredAt } from '../../powers.ts';
import { userOn } from '../../signed-in.ts';
import type { RunningCycle } from '../cycle/cycle-reading.ts';
import { OccurredAtFields } from './paper-moment.tsx';
import type { RefusedForm } from '../registration/period-press.ts';

/** When it happened, for those who may say so. */
export const MomentFields = ({
  c,
  cycle,
  form,
}: {
  readonly c: WebContext;
  readonly cycle: RunningCycle;
  readonly form: RefusedForm;
}) =>
  mayGiveOccurredAt(cycle.facts, userOn(c).person.person_id) ? (
    <OccurredAtFields
      t={c.get('t')}
      fields={form.fields}
      errors={form.errors}
      isOpen={cycle.state.clock.mode === 'entered'}
    />
  ) : null;
