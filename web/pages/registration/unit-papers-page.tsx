import { raw } from 'hono/html';
import { previewPaper } from '../../../documents/render.ts';
import { DomainError } from '../../../domain/errors.ts';
import type { RegistrationFormKind } from '../../../domain/paper-source.ts';
import { sentenceOfError } from '../../../locale/words.ts';
import type { WebContext } from '../../environment.ts';
import { InsetText } from '../../layout/content.tsx';
import { Frame } from '../../page-frame.tsx';
import { drawnFile } from '../paper/drawn-file.ts';
import { templateOfYear } from '../paper/year-template.ts';
import { FORM_KINDS, formOf, nameOfForm, readUnitPapers, type UnitPapers } from './unit-papers.ts';
import { pathOfRegistration, pathOfUnit, readUnit } from './unit-reading.ts';

const previewOf = (
  kind: RegistrationFormKind,
  papers: UnitPapers,
  template: string | null,
): string | DomainError => {
  try {
    return previewPaper(formOf(kind, papers), template);
  } catch (error) {
    // A domain or a person may have left since; the page says so, and the rest of it stays readable.
    if (error instanceof DomainError) return error;
    throw error;
  }
};

const OneForm = async ({
  c,
  kind,
  papers,
}: {
  c: WebContext;
  kind: RegistrationFormKind;
  papers: UnitPapers;
}) => {
  const t = c.get('t');
  const path = `${pathOfUnit(papers.unit)}/${kind}`;
  const template = await templateOfYear(c, papers.unit.cycle.year, kind);
  const preview = previewOf(kind, papers, template);
  const name = t(`unit.paper-${kind}`);
  return (
    <section aria-labelledby={`${kind}-title`}>
      <h2 class="govuk-heading-m" id={`${kind}-title`}>
        {name}
      </h2>
      <p class="govuk-body">
        <a class="govuk-link" href={`${path}.pdf`}>
          {t('unit.paper-pdf', { name })}
        </a>
        {' · '}
        <a class="govuk-link" href={`${path}.docx`}>
          {t('unit.paper-docx', { name })}
        </a>
      </p>
      {typeof preview === 'string' ? (
        raw(preview)
      ) : (
        <InsetText>{sentenceOfError(c.get('lang'), preview.code, preview.details)}</InsetText>
      )}
    </section>
  );
};

/** The unit's form and commitment as they will be printed. */
export const unitPapersPage = async (c: WebContext) => {
  const unit = await readUnit(c);
  const papers = unit && (await readUnitPapers(c, unit));
  if (!papers) return c.notFound();
  const t = c.get('t');
  const title = t('unit.papers-title', { unit: papers.unit.name, year: papers.unit.cycle.year });
  return c.html(
    <Frame
      c={c}
      title={title}
      backLink={{ href: pathOfUnit(papers.unit) }}
      stylesheets={['paper.css']}
    >
      <h1 class="govuk-heading-l">{title}</h1>
      <InsetText>
        {t(papers.isForSignature ? 'unit.papers-final' : 'unit.papers-draft', {
          version: papers.version,
        })}
      </InsetText>
      <p class="govuk-body">
        <a class="govuk-link" href={`${pathOfRegistration(papers.unit.cycle.year)}/papers`}>
          {t('unit.see-all-papers')}
        </a>
      </p>
      {FORM_KINDS.map((kind) => (
        <OneForm c={c} kind={kind} papers={papers} />
      ))}
    </Frame>,
  );
};

/** One of the two as a file: PDF to print, DOCX to work on. */
export const unitPaperFile = async (c: WebContext) => {
  const file = c.req.param('file') ?? '';
  const kind = FORM_KINDS.find((one) => file.startsWith(`${one}.`));
  const unit = await readUnit(c);
  const papers = unit && (await readUnitPapers(c, unit));
  if (!kind || !papers) return c.notFound();
  return drawnFile(c, formOf(kind, papers), {
    year: papers.unit.cycle.year,
    title: nameOfForm(kind, papers),
  });
};
