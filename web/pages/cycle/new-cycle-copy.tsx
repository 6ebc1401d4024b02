import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { cycleId } from '../../../workflows/contract.ts';
import type { WebContext } from '../../environment.ts';
import { ActForm, Button, errorOf, Select, TextInput } from '../../layout/forms.tsx';
import { typedText, type TypedFields } from '../../layout/typed-values.ts';
import type { FormError } from '../../refusal.ts';
import { userOn } from '../../signed-in.ts';
import { yearToStart } from './new-cycle-defaults.ts';

/** The form that copies a year, as it was typed and refused. */
export interface CopyForm {
  readonly fields: TypedFields;
  readonly errors: readonly FormError[];
}

interface EarlierYear {
  readonly year: number;
  readonly isCancelled: boolean;
}

/** The years that there are to copy from, and what the form proposes. */
export interface CopyOffer {
  readonly years: readonly EarlierYear[];
  readonly fields: TypedFields;
}

/** null: the office has no year before the one to start. */
export const readCopyOffer = async (
  c: WebContext,
  asked: number | null,
): Promise<CopyOffer | null> => {
  const { cycles, strands } = c.get('deps').acts.stores;
  const { officeId } = userOn(c);
  const rows = await cycles.list(officeId);
  const taken = rows.map(({ year }) => year);
  const year = asked ?? yearToStart(c.get('today'), taken);
  const years = await Promise.all(
    rows.map(async (row) => {
      const strand = await strands.find(officeId, cycleId(officeId, row.year), 'reformCycle');
      return { year: row.year, isCancelled: Boolean(strand?.state.cancelled) };
    }),
  );
  const earlier = years.filter((one) => one.year < year);
  const from = earlier.find(({ isCancelled }) => !isCancelled) ?? earlier[0];
  if (!from) return null;
  return { years, fields: { copyYear: String(year), copyFrom: String(from.year) } };
};

export const CopySection = ({
  c,
  offer,
  form,
  status,
}: {
  readonly c: WebContext;
  readonly offer: CopyOffer;
  readonly form: CopyForm | undefined;
  readonly status: ContentfulStatusCode;
}) => {
  const t = c.get('t');
  const fields = form?.fields ?? offer.fields;
  const errors = form?.errors ?? [];
  const title = t('cycle.copy-title', { year: typedText(offer.fields, 'copyFrom') });
  return (
    <section id="copy" aria-labelledby="copy-title">
      <h2 class="govuk-heading-m" id="copy-title">
        {title}
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>{t('cycle.copy-takes')}</li>
        <li>{t('cycle.copy-changes')}</li>
        <li>{t('cycle.copy-leaves')}</li>
      </ul>
      <ActForm
        action="/cycles/new/copy"
        actId={form && status === 503 ? typedText(fields, 'actId') : undefined}
      >
        <Select
          t={t}
          name="copyFrom"
          label={t('cycle.copy-from')}
          hint={t('cycle.copy-from-hint')}
          options={offer.years.map(({ year, isCancelled }) => ({
            value: String(year),
            label: isCancelled ? t('cycle.copy-cancelled', { year }) : String(year),
          }))}
          value={typedText(fields, 'copyFrom')}
          error={errorOf(errors, 'copyFrom')}
        />
        <TextInput
          t={t}
          name="copyYear"
          label={t('cycle.copy-year')}
          width={4}
          inputmode="numeric"
          value={typedText(fields, 'copyYear')}
          error={errorOf(errors, 'copyYear')}
        />
        <Button>{t('cycle.copy-start')}</Button>
      </ActForm>
    </section>
  );
};
