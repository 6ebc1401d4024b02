import type { WebContext } from '../../environment.ts';
import { Tag, type Tone } from '../../layout/content.tsx';
import { pathOfPeriod, pathOfUnit, type PeriodView } from '../registration/period-reading.ts';
import type { UnitLine } from '../registration/period-units.ts';
import { countsOf } from '../registration/period-words.ts';
import { gridCells, GRID_STEPS, type GridCell } from './unit-grid-cells.ts';

// The mark repeats what the words say, for those who see no colours.
const MARKS: Readonly<Record<Tone, string>> = {
  plain: '–',
  busy: '●',
  good: '✓',
  soon: '↩',
  bad: '!',
};

const Cell = ({ cell }: { cell: GridCell | null }) =>
  cell === null ? (
    <span class="rc-grid__nothing">–</span>
  ) : (
    <Tag tone={cell.tone}>
      <span aria-hidden="true">{MARKS[cell.tone]} </span>
      {cell.text}
    </Tag>
  );

const Row = ({ c, view, unit }: { c: WebContext; view: PeriodView; unit: UnitLine }) => (
  <tr>
    <th scope="row">
      {unit.phase === 'not-opened' ? (
        unit.name
      ) : (
        <a class="govuk-link" href={pathOfUnit(view.cycle.year, unit.unitId)}>
          {unit.name}
        </a>
      )}
    </th>
    {gridCells(c.get('t'), c.get('lang'), view, unit).map((cell) => (
      <td>
        <Cell cell={cell} />
      </td>
    ))}
  </tr>
);

/** Units by steps at a glance; it scrolls in a region of its own, on a phone sideways as well. */
export const UnitGrid = ({ c, view }: { readonly c: WebContext; readonly view: PeriodView }) => {
  const t = c.get('t');
  const counts = countsOf(t, view.units);
  return (
    <section>
      <h2 class="govuk-heading-m" id="grid-title">
        {t('registration.grid-title')}
      </h2>
      <p class="govuk-body">
        <strong>{counts.registered}</strong>
        {counts.others !== '' && `: ${counts.others}`}.{' '}
        <a class="govuk-link" href={pathOfPeriod(view.cycle.year)}>
          {t('registration.to-details')}
        </a>
      </p>
      <div class="rc-grid" role="region" aria-labelledby="grid-title" tabindex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('registration.unit')}</th>
              {GRID_STEPS.map((step) => (
                <th scope="col">{t(`registration.grid-${step}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.units.map((unit) => (
              <Row c={c} view={view} unit={unit} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};
