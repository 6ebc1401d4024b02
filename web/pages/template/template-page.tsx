import { raw } from 'hono/html';
import { checkTemplate } from '../../../documents/check-template.ts';
import { previewTemplate } from '../../../documents/render.ts';
import { TemplateError } from '../../../documents/template-error.ts';
import { templateKinds } from '../../../domain/template-kind.ts';
import { formatDateTime } from '../../../locale/dates.ts';
import type { WebContext } from '../../environment.ts';
import { Details, InsetText, Table } from '../../layout/content.tsx';
import {
  ActForm,
  Button,
  ButtonGroup,
  errorOf,
  ErrorSummary,
  TextArea,
} from '../../layout/forms.tsx';
import { Frame } from '../../page-frame.tsx';
import type { FormError } from '../../refusal.ts';
import { problemInWords } from '../../template-words.ts';
import {
  createTemplateReader,
  pathOfTemplate,
  TEMPLATES,
  type TemplateView,
} from './template-reading.ts';

const Standing = ({ c, view }: { readonly c: WebContext; readonly view: TemplateView }) => {
  const t = c.get('t');
  const [last] = view.versions;
  if (!last || last.isShipped) return <>{t('template.shipped')}</>;
  const { version, by, enteredAt } = last;
  return <>{t('template.own', { version, by, when: formatDateTime(enteredAt) })}</>;
};

/** The kinds of papers and forms, each with the template that it is made from. */
export const templatesPage = async (c: WebContext) => {
  const t = c.get('t');
  const views = await Promise.all(templateKinds().map(await createTemplateReader(c)));
  return c.html(
    <Frame c={c} title={t('template.title')} backLink={{ href: '/office' }}>
      <h1 class="govuk-heading-l">{t('template.title')}</h1>
      <p class="govuk-body">{t('template.about')}</p>
      <Table
        caption={t('template.title')}
        isCaptionHidden
        columns={[{ label: t('template.kind') }, { label: t('template.made-from') }]}
        rows={views.map((view) => [
          <a class="govuk-link" href={pathOfTemplate(view.kind)}>
            {t(`paper.kind.${view.kind}`)}
          </a>,
          <Standing c={c} view={view} />,
        ])}
      />
    </Frame>,
  );
};

const Versions = ({ c, view }: { readonly c: WebContext; readonly view: TemplateView }) => {
  const t = c.get('t');
  const path = pathOfTemplate(view.kind);
  return (
    <Details summary={t('template.versions')}>
      <ul class="govuk-list">
        {view.versions.map(({ version, by, enteredAt }) => (
          <li>
            <a class="govuk-link" href={`${path}?version=${String(version)}`}>
              {t('template.own', { version, by, when: formatDateTime(enteredAt) })}
            </a>
          </li>
        ))}
        <li>
          <a class="govuk-link" href={`${path}?version=shipped`}>
            {t('template.shipped')}
          </a>
        </li>
      </ul>
    </Details>
  );
};

/** What the template makes of a paper, or what it lacks: the part of the page that follows the typing. */
export const TemplatePreview = ({
  c,
  view,
  text,
}: {
  readonly c: WebContext;
  readonly view: Pick<TemplateView, 'kind'>;
  readonly text: string;
}) => {
  const t = c.get('t');
  try {
    checkTemplate(view.kind, text);
    return <>{raw(previewTemplate(view.kind, text))}</>;
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    const { line, field, problem } = error;
    const why = problemInWords(t, problem);
    return <InsetText>{t('template.no-preview', { line, field, why })}</InsetText>;
  }
};

export interface TemplateForm {
  readonly text: string;
  readonly basedOn: string;
  readonly errors: readonly FormError[];
  readonly actId: string | undefined;
}

const Editor = ({
  c,
  view,
  form,
}: {
  readonly c: WebContext;
  readonly view: TemplateView;
  readonly form: TemplateForm;
}) => {
  const t = c.get('t');
  return (
    <ActForm action={pathOfTemplate(view.kind)} actId={form.actId}>
      <input type="hidden" name="basedOn" value={form.basedOn} />
      <div data-preview={`${pathOfTemplate(view.kind)}/preview`}>
        <TextArea
          t={t}
          name="text"
          label={t('template.text')}
          hint={t('template.text-hint')}
          rows={24}
          value={form.text}
          error={errorOf(form.errors, 'text')}
        />
      </div>
      <ButtonGroup>
        {/* First, so that nothing is installed by the Enter key. */}
        <Button kind="secondary" name="step" value="preview">
          {t('template.preview')}
        </Button>
        <Button name="step" value="install">
          {t('template.install')}
        </Button>
      </ButtonGroup>
    </ActForm>
  );
};

/** One template: its text for whoever keeps the office, and the paper that comes of it. */
export const TemplatePage = ({
  c,
  view,
  form,
}: {
  readonly c: WebContext;
  readonly view: TemplateView;
  readonly form: TemplateForm;
}) => {
  const t = c.get('t');
  const title = t('template.of', { kind: t(`paper.kind.${view.kind}`) });
  return (
    <Frame
      c={c}
      title={title}
      backLink={{ href: TEMPLATES }}
      hasError={form.errors.length > 0}
      stylesheets={['paper.css']}
      scripts={['template-preview.js']}
    >
      <ErrorSummary t={t} errors={form.errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        <Standing c={c} view={view} />
      </p>
      <InsetText>{t('template.when')}</InsetText>
      <Versions c={c} view={view} />
      {view.mayKeep && <Editor c={c} view={view} form={form} />}
      <section aria-labelledby="paper-title">
        <h2 class="govuk-heading-m" id="paper-title">
          {t('template.preview-title')}
        </h2>
        <p class="govuk-body">{t('template.preview-hint')}</p>
        <div id="template-preview" aria-live="polite">
          <TemplatePreview c={c} view={view} text={form.text} />
        </div>
      </section>
    </Frame>
  );
};
