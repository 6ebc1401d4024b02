import { missingUnits } from '../../../domain/pledge/pledge.ts';
import type { WebContext } from '../../environment.ts';
import { EmptyState, Table } from '../../layout/content.tsx';
import { ErrorSummary } from '../../layout/forms.tsx';
import type { TypedFields } from '../../layout/typed-values.ts';
import { Frame } from '../../page-frame.tsx';
import { hasPower } from '../../powers.ts';
import { pathOfCycle, readRunningCycle } from '../cycle/cycle-reading.ts';
import { NOTHING_REFUSED, pressOnPeriod, type RefusedForm } from '../registration/period-press.ts';
import { OpenForm, openingIn } from './pledge-open-form.tsx';
import { pathOfPledge, readPledges, type PledgeView } from './pledge-reading.ts';

const PledgeTable = ({ c, pledges }: { c: WebContext; pledges: readonly PledgeView[] }) => {
  const t = c.get('t');
  if (pledges.length === 0) {
    return (
      <EmptyState title={t('pledge.none')}>
        <p class="govuk-body">{t('pledge.none-hint')}</p>
      </EmptyState>
    );
  }
  return (
    <Table
      caption={t('pledge.list-title')}
      isCaptionHidden
      columns={[
        { label: t('pledge.title') },
        { label: t('pledge.form') },
        { label: t('pledge.signed-count') },
        { label: t('pledge.state') },
      ]}
      rows={pledges.map(({ cycle, pledgeId, state, text }) => [
        <a class="govuk-link" href={pathOfPledge(cycle.year, pledgeId)}>
          {text.title}
        </a>,
        t(`pledge.form-${state.form}`),
        t('pledge.signed-of', {
          signed: state.requiredUnitIds.length - missingUnits(state).length,
          required: state.requiredUnitIds.length,
        }),
        t(`pledge.phase-${state.phase}`),
      ])}
    />
  );
};

/** The pledges of the year: who has signed how far, and the form that opens another. */
export const pledgeListPage = async (c: WebContext, form: RefusedForm = NOTHING_REFUSED) => {
  const t = c.get('t');
  const cycle = await readRunningCycle(c);
  const [pledges, mayOpen] = await Promise.all([
    readPledges(c, cycle),
    hasPower(c, 'openPledge', cycle.day),
  ]);
  const title = t('pledge.list-title-of', { year: cycle.year });
  return c.html(
    <Frame
      c={c}
      title={title}
      backLink={{ href: pathOfCycle(cycle.year) }}
      hasError={form.errors.length > 0}
    >
      <ErrorSummary t={t} errors={form.errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <PledgeTable c={c} pledges={pledges} />
      {mayOpen && !cycle.state.cancelled && <OpenForm c={c} cycle={cycle} form={form} />}
    </Frame>,
    form.status,
  );
};

export const openPledge = async (c: WebContext): Promise<Response> => {
  const fields: TypedFields = await c.req.parseBody({ all: true });
  const cycle = await readRunningCycle(c);
  const data = openingIn(fields);
  const isShown = async () =>
    (await readPledges(c, await readRunningCycle(c))).some(
      ({ pledgeId }) => pledgeId === data.pledgeId,
    );
  return pressOnPeriod(c, {
    fields,
    act: 'open-pledge',
    data,
    to: pathOfPledge(cycle.year, data.pledgeId),
    fieldOf: (id) => (id === 'id' ? 'pledgeId' : (id.split('-')[0] ?? null)),
    again: (refused) => pledgeListPage(c, refused),
    isShown,
  });
};
