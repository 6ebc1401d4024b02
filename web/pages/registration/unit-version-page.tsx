import { registrationContentId } from '../../../domain/registration.ts';
import { formatDateTime } from '../../../locale/dates.ts';
import type { WebContext } from '../../environment.ts';
import { DiffList } from '../../layout/diff-list.tsx';
import { Frame } from '../../page-frame.tsx';
import { userOn } from '../../signed-in.ts';
import { fileResponse } from '../paper/paper-file-response.ts';
import { namesOfPlan } from '../plan/plan-reading.ts';
import { registrationDifferences } from './unit-difference.ts';
import {
  findRegistration,
  pathOfUnit,
  readUnit,
  type RegistrationVersion,
  type UnitInCycle,
} from './unit-reading.ts';
import { UnitTasks } from './unit-tasks.tsx';

const Since = ({
  c,
  unit,
  before,
  version,
}: {
  c: WebContext;
  unit: UnitInCycle;
  before: RegistrationVersion;
  version: RegistrationVersion;
}) => {
  const t = c.get('t');
  const names = namesOfPlan(unit.cycle);
  const differences = registrationDifferences(before.content, version.content, names, t);
  return (
    <section aria-labelledby="changes-title">
      <h2 class="govuk-heading-m" id="changes-title">
        {t('unit.changes-since', { version: before.row.version })}
      </h2>
      {differences.length === 0 ? (
        <p class="govuk-body">{t('plan.nothing-changed')}</p>
      ) : (
        <DiffList t={t} differences={differences} />
      )}
    </section>
  );
};

/** A version as it was written, and what it changed. */
export const unitVersionPage = async (c: WebContext) => {
  const t = c.get('t');
  const unit = await readUnit(c);
  const number = Number(c.req.param('version'));
  const version = unit && (await findRegistration(c, unit.cycle.year, unit.unitId, number));
  if (!version) return c.notFound();
  const { cycle, unitId } = unit;
  const { based_on: basedOn } = version.row;
  const before = basedOn === null ? null : await findRegistration(c, cycle.year, unitId, basedOn);
  const title = t('unit.version-title', { version: number });
  return c.html(
    <Frame c={c} title={title} backLink={{ href: pathOfUnit(unit) }}>
      <span class="govuk-caption-l">{t('unit.title', { unit: unit.name, year: cycle.year })}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        {t('unit.version-saved', {
          who: cycle.nameOf(version.row.author_id),
          when: formatDateTime(version.row.entered_at),
          head: cycle.nameOf(version.content.headId),
        })}
      </p>
      <h2 class="govuk-heading-m">{t('unit.tasks', { count: version.content.tasks.length })}</h2>
      <UnitTasks
        t={t}
        content={version.content}
        planTasks={unit.plan.tasks}
        sharedTasks={[]}
        names={namesOfPlan(cycle)}
        editPath={null}
      />
      {before && <Since c={c} unit={unit} before={before} version={version} />}
    </Frame>,
  );
};

/** The scan of the paper from which a registration or a decline was entered. */
export const unitScan = async (c: WebContext) => {
  const unit = await readUnit(c);
  if (!unit) return c.notFound();
  const file = await c
    .get('deps')
    .acts.stores.papers.findFile(
      userOn(c).officeId,
      registrationContentId(unit.cycle.year, unit.unitId),
      'scan',
      c.req.param('sha256') ?? '',
    );
  if (!file) return c.notFound();
  const name = c.get('t')('unit.scan-file', { unit: unit.name, year: unit.cycle.year });
  return fileResponse(c, file, `${name}.pdf`);
};
