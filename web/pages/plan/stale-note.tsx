import type { Words } from '../../../locale/words.ts';
import { WarningText } from '../../layout/content.tsx';
import { DiffList, type Difference } from '../../layout/diff-list.tsx';

/** null: nobody saved in between. */
export const StaleNote = ({
  t,
  differences,
}: {
  readonly t: Words;
  readonly differences: readonly Difference[] | null;
}) =>
  differences === null ? null : (
    <section aria-labelledby="stale-title">
      <h2 class="govuk-heading-m" id="stale-title">
        {t('plan.stale-title')}
      </h2>
      <WarningText t={t}>{t('plan.stale-hint')}</WarningText>
      {differences.length === 0 ? (
        <p class="govuk-body">{t('plan.stale-same')}</p>
      ) : (
        <DiffList t={t} differences={differences} />
      )}
    </section>
  );
