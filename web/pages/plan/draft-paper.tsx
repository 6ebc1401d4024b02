import { raw } from 'hono/html';
import { paperAsDraft } from '../../../documents/paper-of.ts';
import { renderPdf } from '../../../documents/render-aside.ts';
import { previewPaper } from '../../../documents/render.ts';
import { DomainError } from '../../../domain/errors.ts';
import { sentenceOfError } from '../../../locale/words.ts';
import type { WebContext } from '../../environment.ts';
import { InsetText } from '../../layout/content.tsx';
import { formPage, judgedDraftFiles } from '../form/form-check.tsx';
import { contentDisposition } from '../paper/paper-file-response.ts';
import { readApproval, type ApprovalView } from './approval-reading.ts';
import { pathOfPlan } from './plan-reading.ts';

const draftOf = ({ cycle, submitted }: ApprovalView) =>
  paperAsDraft({ kind: 'plan', content: submitted.plan }, cycle.facts);

const previewOf = (c: WebContext, view: ApprovalView): string | DomainError => {
  try {
    return previewPaper(draftOf(view), view.pinnedTemplate);
  } catch (error) {
    // A unit or person may have left since; the page says so, and the rest of it stays readable.
    if (error instanceof DomainError) return error;
    throw error;
  }
};

export const pathOfApproval = (year: number, version: number): string =>
  `${pathOfPlan(year)}/approval/${String(version)}`;

/** The paper as it will be, inside the page. */
export const DraftPaper = ({ c, view }: { c: WebContext; view: ApprovalView }) => {
  const t = c.get('t');
  const preview = previewOf(c, view);
  const version = view.submitted.row.version;
  return (
    <section aria-labelledby="paper-title">
      <h2 class="govuk-heading-m" id="paper-title">
        {t('plan.paper-title')}
      </h2>
      <p class="govuk-body">
        <a class="govuk-link" href={`${pathOfApproval(view.cycle.year, version)}/draft.pdf`}>
          {t('plan.paper-pdf')}
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

/** The same as a file, with the template that was pinned when it was submitted. */
export const draftPdf = async (c: WebContext) => {
  const view = await readApproval(c);
  if (!view) return c.notFound();
  const pdf = await renderPdf(draftOf(view), view.pinnedTemplate);
  const { year } = view.cycle;
  const { version } = view.submitted.row;
  const name = c.get('t')('plan.draft-file', { year, version });
  return c.body(new Uint8Array(pdf), 200, {
    'content-type': 'application/pdf',
    'cache-control': 'private, no-store',
    'content-disposition': contentDisposition('inline', `${name}.pdf`),
  });
};

/** The form of the version, judged before the leader approves it. */
export const draftFormPage = async (c: WebContext) => {
  const view = await readApproval(c);
  if (!view) return c.notFound();
  const { year } = view.cycle;
  const { version } = view.submitted.row;
  return formPage(c, {
    title: c.get('t')('plan.draft-file', { year, version }),
    back: pathOfApproval(year, version),
    files: await judgedDraftFiles(c, draftOf(view), view.pinnedTemplate),
  });
};
