import { formatDate } from '../../../locale/dates.ts';
import type { Words } from '../../../locale/words.ts';
import type { WebContext } from '../../environment.ts';
import { EmptyState, Table, Tag, type Tone } from '../../layout/content.tsx';
import { ButtonLink } from '../../layout/forms.tsx';
import { Frame } from '../../page-frame.tsx';
import { hasPower } from '../../powers.ts';
import { pathOfCycle, readRunningCycle } from '../cycle/cycle-reading.ts';
import { readUnitNames } from '../registration/period-reading.ts';
import { listWork, pathOfWork, pathOfWorks, type Work } from './work-reading.ts';

const TONES: Readonly<Record<Work['state']['phase'], Tone>> = {
  given: 'busy',
  reported: 'soon',
  returned: 'bad',
  done: 'good',
  cancelled: 'plain',
};

/** In a word where it stands, and that it is late. */
export const WorkPhase = ({ t, work }: { readonly t: Words; readonly work: Work }) => (
  <>
    <Tag tone={TONES[work.state.phase]}>{t(`work.phase-${work.state.phase}`)}</Tag>
    {work.isOverdue && (
      <>
        {' '}
        <Tag tone="bad">{t('work.late')}</Tag>
      </>
    )}
  </>
);

/** What units were given to do in the year: task, unit, day, and where it stands. */
export const workListPage = async (c: WebContext) => {
  const t = c.get('t');
  const cycle = await readRunningCycle(c);
  const [works, unitName, mayGive] = await Promise.all([
    listWork(c, cycle),
    readUnitNames(c, cycle),
    hasPower(c, 'giveWork', cycle.day),
  ]);
  const title = t('work.title', { year: cycle.year });
  return c.html(
    <Frame c={c} title={title} backLink={{ href: pathOfCycle(cycle.year) }}>
      <h1 class="govuk-heading-l">{title}</h1>
      {works.length === 0 ? (
        <EmptyState title={t('work.none')}>
          <p>{t('work.none-hint')}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t('work.list')}
          columns={[
            { label: t('work.task') },
            { label: t('work.unit') },
            { label: t('work.due') },
            { label: t('work.phase') },
          ]}
          rows={works.map((work) => [
            <a class="govuk-link" href={pathOfWork(cycle.year, work.state.assignmentId)}>
              {work.task}
            </a>,
            unitName(work.state.unitId),
            formatDate(work.state.dueOn),
            <WorkPhase t={t} work={work} />,
          ])}
        />
      )}
      {mayGive && !cycle.state.cancelled && (
        <ButtonLink href={`${pathOfWorks(cycle.year)}/new`}>{t('work.give')}</ButtonLink>
      )}
    </Frame>,
  );
};
