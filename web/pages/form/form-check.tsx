import { judgeDraft } from '../../../documents/conformity/judge-draft.ts';
import { UnreadablePaper } from '../../../documents/conformity/read-paper.ts';
import type { Paper } from '../../../documents/paper-of.ts';
import type { Conformity } from '../../../domain/conformity.ts';
import type { WebContext } from '../../environment.ts';
import { Frame } from '../../page-frame.tsx';
import { FormFindings, type JudgedFile } from './form-findings.tsx';

/** For the frame of a page with a FormSection. */
export const FORM_SCRIPT = 'load-part.js';

/** Where the form of the paper at this address is judged. */
const pathOfForm = (path: string): string => `${path}/form`;

/** Reading a paper back takes up to a second: the page is there first, and the verdict follows. */
export const FormSection = ({ c, path }: { readonly c: WebContext; readonly path: string }) => {
  const t = c.get('t');
  return (
    <section aria-labelledby="form-title">
      <h2 class="govuk-heading-m" id="form-title">
        {t('paper.form')}
      </h2>
      <div data-part={`${pathOfForm(path)}?part=1`} aria-live="polite">
        <p class="govuk-body">
          <a class="govuk-link" href={pathOfForm(path)}>
            {t('paper.form-check')}
          </a>
        </p>
      </div>
    </section>
  );
};

/** null: the file is no paper that can be read. */
export const readable = async (verdict: Promise<Conformity>): Promise<Conformity | null> => {
  try {
    return await verdict;
  } catch (error) {
    if (error instanceof UnreadablePaper) return null;
    throw error;
  }
};

/** Both files of a draft, as they would be drawn now. */
export const judgedDraftFiles = async (
  c: WebContext,
  paper: Paper,
  template: string | null,
): Promise<readonly JudgedFile[]> => {
  const t = c.get('t');
  const { pdf, docx } = await judgeDraft(paper, template);
  return [
    { name: t('paper.form-draft-pdf'), href: null, checked: pdf },
    { name: t('paper.form-draft-docx'), href: null, checked: docx },
  ];
};

/** The verdict inside another page, or as a page of its own. */
export const formPage = (
  c: WebContext,
  { title, back, files }: { title: string; back: string; files: readonly JudgedFile[] },
) => {
  c.header('Cache-Control', 'private, no-store');
  if (c.req.query('part') !== undefined) return c.html(<FormFindings c={c} files={files} />);
  const heading = c.get('t')('paper.form-of', { title });
  return c.html(
    <Frame c={c} title={heading} backLink={{ href: back, label: title }}>
      <h1 class="govuk-heading-l">{heading}</h1>
      <p class="govuk-body">{c.get('t')('paper.form-how')}</p>
      <FormFindings c={c} files={files} />
    </Frame>,
  );
};
