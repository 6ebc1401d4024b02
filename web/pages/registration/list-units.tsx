import type { RegistrationListEntry } from '../../../domain/registration.ts';
import type { WebContext } from '../../environment.ts';
import { Table, Tag, type Tone } from '../../layout/content.tsx';
import type { ListView } from './list-reading.ts';
import { pathOfUnit } from './period-reading.ts';

const TONES: Readonly<Record<RegistrationListEntry['standing'], Tone>> = {
  registered: 'good',
  declined: 'plain',
  missing: 'bad',
};

/** Each unit of the list, with the way to what it registered. */
export const ListUnits = ({ c, view }: { readonly c: WebContext; readonly view: ListView }) => {
  const t = c.get('t');
  const { content, registrations, declineReasons } = view.source;
  const countOf = (unitId: string) =>
    registrations.find((one) => one.unitId === unitId)?.tasks.length ?? '';
  return (
    <div class="rc-units">
      <Table
        caption={t('registration.list-units')}
        columns={[
          { label: t('registration.unit') },
          { label: t('registration.standing') },
          { label: t('plan.version-column'), isNumeric: true },
          { label: t('registration.tasks'), isNumeric: true },
        ]}
        rows={content.entries.map(({ unitId, standing, isLate, version, declineReasonId }) => [
          <a class="govuk-link" href={pathOfUnit(view.cycle.year, unitId)}>
            {view.unitName(unitId)}
          </a>,
          <>
            <Tag tone={TONES[standing]}>{t(`registration.standing-${standing}`)}</Tag>
            {isLate && (
              <>
                {' '}
                <Tag tone="bad">{t('registration.came-late')}</Tag>
              </>
            )}
            {declineReasonId !== null && (
              <div class="govuk-hint govuk-!-margin-bottom-0">
                {t('cycle.reason', { reason: declineReasons[declineReasonId] ?? '' })}
              </div>
            )}
          </>,
          version ?? '',
          countOf(unitId),
        ])}
      />
    </div>
  );
};
