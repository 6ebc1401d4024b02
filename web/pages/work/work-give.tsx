import { randomUUID } from 'node:crypto';
import { findStrand } from '../../../domain/year-strand.ts';
import type { WebContext } from '../../environment.ts';
import { DateInput } from '../../layout/choices.tsx';
import { ActForm, Button, errorOf, ErrorSummary, Select, TextArea } from '../../layout/forms.tsx';
import { readDateInput, typedText, type TypedFields } from '../../layout/typed-values.ts';
import { Frame } from '../../page-frame.tsx';
import { hasPower } from '../../powers.ts';
import { readRunningCycle } from '../cycle/cycle-reading.ts';
import { MomentFields } from '../paper/moment-fields.tsx';
import {
  NOTHING_REFUSED,
  pressOnPeriod,
  repeatedActId,
  type RefusedForm,
} from '../registration/period-press.ts';
import { findWork, pathOfWork, pathOfWorks } from './work-reading.ts';

const FIELDS: Readonly<Record<string, string>> = {
  unitId: 'unitId',
  dueOn: 'dueOn',
  'content-task': 'task',
};

/** Which unit is to do what until when. */
export const giveWorkPage = async (c: WebContext, form: RefusedForm = NOTHING_REFUSED) => {
  const t = c.get('t');
  const cycle = await readRunningCycle(c);
  if (!(await hasPower(c, 'giveWork', cycle.day))) return c.notFound();
  const { fields, errors } = form;
  const title = t('work.give');
  return c.html(
    <Frame
      c={c}
      title={title}
      backLink={{ href: pathOfWorks(cycle.year) }}
      hasError={errors.length > 0}
    >
      <ErrorSummary t={t} errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <ActForm action={`${pathOfWorks(cycle.year)}/new`} actId={repeatedActId(form)}>
        {/* One id for one form: pressed twice, it is one piece of work. */}
        <input
          type="hidden"
          name="assignmentId"
          value={typedText(fields, 'assignmentId') || `w-${randomUUID().slice(0, 12)}`}
        />
        <Select
          t={t}
          name="unitId"
          label={t('work.unit')}
          options={cycle.facts.units.map(({ id, name }) => ({ value: id, label: name }))}
          value={typedText(fields, 'unitId')}
          error={errorOf(errors, 'unitId')}
        />
        <TextArea
          t={t}
          name="task"
          label={t('work.task')}
          hint={t('work.task-hint')}
          value={typedText(fields, 'task')}
          error={errorOf(errors, 'task')}
        />
        <DateInput
          t={t}
          name="dueOn"
          label={t('work.due')}
          hint={t('work.due-hint')}
          value={readDateInput(fields, 'dueOn').typed}
          error={errorOf(errors, 'dueOn')}
        />
        <MomentFields c={c} cycle={cycle} form={form} />
        <Button>{t('work.give')}</Button>
      </ActForm>
    </Frame>,
    form.status,
  );
};

export const giveWork = async (c: WebContext): Promise<Response> => {
  const cycle = await readRunningCycle(c);
  const fields: TypedFields = await c.req.parseBody();
  const due = readDateInput(fields, 'dueOn');
  if (due.kind !== 'date') {
    const text = c.get('t')('shell.not-a-date');
    return giveWorkPage(c, { fields, errors: [{ field: 'dueOn', text }], status: 422 });
  }
  const assignmentId = typedText(fields, 'assignmentId');
  return pressOnPeriod(c, {
    fields,
    act: 'give-work',
    data: {
      assignmentId,
      unitId: typedText(fields, 'unitId'),
      dueOn: due.date,
      content: { task: typedText(fields, 'task') },
    },
    to: pathOfWork(cycle.year, assignmentId),
    fieldOf: (id) => FIELDS[id] ?? null,
    again: (refused) => giveWorkPage(c, refused),
    // The work's own strand starts a moment after the cycle has taken it on.
    isShown: async () => {
      const now = await readRunningCycle(c);
      const opened = findStrand(now.state.strands, 'assignment', assignmentId);
      return opened !== null && (await findWork(c, now, assignmentId)) !== null;
    },
  });
};
