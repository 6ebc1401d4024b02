import { buildPaper } from '../../../documents/paper-blocks.ts';
import { drawPdf } from '../../../documents/pdf.ts';
import { DomainError } from '../../../domain/errors.ts';
import { formTitle } from '../../../locale/registration-papers.ts';
import type { WebContext } from '../../environment.ts';
import { EmptyState, Table } from '../../layout/content.tsx';
import { ButtonGroup, ButtonLink } from '../../layout/forms.tsx';
import { Frame } from '../../page-frame.tsx';
import { readRunningCycle, type RunningCycle } from '../cycle/cycle-reading.ts';
import { contentDisposition } from '../paper/paper-file-response.ts';
import { templateOfYear } from '../paper/year-template.ts';
import { FORM_KINDS, formOf, isSettled, readUnitPapers } from './unit-papers.ts';
import { pathOfRegistration, readUnitOf } from './unit-reading.ts';

const settledIn = ({ state }: RunningCycle): readonly string[] =>
  (state.registration?.units ?? []).filter(isSettled).map(({ unitId }) => unitId);

const nameIn = ({ facts }: RunningCycle, unitId: string): string =>
  facts.units.find(({ id }) => id === unitId)?.name ?? unitId;

/** The papers of every unit that has been accepted, to be printed one after the other. */
export const allPapersPage = async (c: WebContext) => {
  const t = c.get('t');
  const cycle = await readRunningCycle(c);
  const path = pathOfRegistration(cycle.year);
  const units = settledIn(cycle);
  const title = t('unit.all-papers-title', { year: cycle.year });
  return c.html(
    <Frame c={c} title={title} backLink={{ href: path }}>
      <h1 class="govuk-heading-l">{title}</h1>
      {units.length === 0 ? (
        <EmptyState title={t('unit.all-papers-none')}>
          <p>{t('unit.all-papers-none-hint')}</p>
        </EmptyState>
      ) : (
        <>
          <ButtonGroup>
            {FORM_KINDS.map((kind) => (
              <ButtonLink href={`${path}/papers/${kind}.pdf`} kind="secondary">
                {t(`unit.print-all-${kind}`, { count: units.length })}
              </ButtonLink>
            ))}
          </ButtonGroup>
          <Table
            caption={title}
            isCaptionHidden
            columns={[
              { label: t('unit.unit') },
              ...FORM_KINDS.map((kind) => ({ label: t(`unit.paper-${kind}`) })),
            ]}
            rows={units.map((unitId) => [
              <a class="govuk-link" href={`${path}/units/${unitId}`}>
                {nameIn(cycle, unitId)}
              </a>,
              ...FORM_KINDS.map((kind) => (
                <>
                  {(['pdf', 'docx'] as const).map((ending) => (
                    <>
                      <a class="govuk-link" href={`${path}/units/${unitId}/${kind}.${ending}`}>
                        {ending.toUpperCase()}
                        <span class="govuk-visually-hidden"> {nameIn(cycle, unitId)}</span>
                      </a>{' '}
                    </>
                  ))}
                </>
              )),
            ])}
          />
        </>
      )}
    </Frame>,
  );
};

/** One kind of all accepted units as a single PDF; each paper keeps its own page numbers. */
export const allPapersFile = async (c: WebContext) => {
  const kind = FORM_KINDS.find((one) => `${one}.pdf` === c.req.param('file'));
  if (!kind) return c.notFound();
  const cycle = await readRunningCycle(c);
  const template = await templateOfYear(c, cycle.year, kind);
  const built = [];
  for (const unitId of settledIn(cycle)) {
    const unit = await readUnitOf(c, cycle, unitId);
    const papers = unit && (await readUnitPapers(c, unit));
    if (papers) built.push(buildPaper(formOf(kind, papers), template));
  }
  const [first] = built;
  if (!first) {
    throw new DomainError('not-ready', 'no registration has been accepted', {});
  }
  const pdf = await drawPdf({ ...first, sections: built.flatMap(({ sections }) => sections) });
  return c.body(new Uint8Array(pdf), 200, {
    'content-type': 'application/pdf',
    'cache-control': 'private, no-store',
    'content-disposition': contentDisposition('inline', `${formTitle(kind, cycle.year)}.pdf`),
  });
};
