import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { Language, Words } from '../../locale/words.ts';
import { assetPath } from '../assets.ts';
import { joinClasses } from './class-names.ts';
import { ExampleBanner, type ExampleLinks, Footer, Header, Navigation } from './shell.tsx';
import type { NavigationLink, SignedInUser } from './shell.tsx';

export interface Notice {
  readonly kind: 'done' | 'notice' | 'warning';
  readonly text: Child;
}

export interface PageProps {
  readonly t: Words;
  readonly lang: Language;
  readonly title: string;
  /** The address of this page with its query, for the link to the other language. */
  readonly path?: string | undefined;
  readonly user?: SignedInUser | null | undefined;
  readonly navigation?: readonly NavigationLink[] | undefined;
  readonly backLink?: { readonly href: string; readonly label?: string } | undefined;
  readonly notice?: Notice | null | undefined;
  /** Only while all parts run on this machine. */
  readonly example?: ExampleLinks | null | undefined;
  /** After a refused form the title says so, as the title is what is read out first. */
  readonly hasError?: boolean | undefined;
  /** More stylesheets of ours by asset name, such as the one of the paper preview. */
  readonly stylesheets?: readonly string[] | undefined;
  /** Scripts of ours by asset name; the page works without them. */
  readonly scripts?: readonly string[] | undefined;
  readonly children: Child;
}

const NOTICE_TITLES = {
  done: 'shell.done',
  notice: 'shell.notice',
  warning: 'shell.warning',
} as const;

const NoticeBanner = ({ t, notice }: { readonly t: Words; readonly notice: Notice }) => (
  <div
    class={joinClasses(
      'govuk-notification-banner',
      notice.kind === 'done' && 'govuk-notification-banner--success',
      notice.kind === 'warning' && 'govuk-notification-banner--warning',
    )}
    role={notice.kind === 'done' ? 'alert' : 'region'}
    aria-labelledby="notice-title"
    data-module="govuk-notification-banner"
  >
    <div class="govuk-notification-banner__header">
      <h2 class="govuk-notification-banner__title" id="notice-title">
        {t(NOTICE_TITLES[notice.kind])}
      </h2>
    </div>
    <div class="govuk-notification-banner__content">
      <p class="govuk-notification-banner__heading">{notice.text}</p>
    </div>
  </div>
);

const Head = ({
  t,
  title,
  hasError,
  stylesheets = [],
  scripts = [],
}: Pick<PageProps, 't' | 'title' | 'hasError' | 'stylesheets' | 'scripts'>) => (
  <head>
    <meta charset="utf-8" />
    <title>
      {`${hasError ? t('shell.title-with-error', { title }) : title} – ${t('shell.product')}`}
    </title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="theme-color" content="#14565c" />
    <link rel="icon" type="image/svg+xml" href={assetPath('mark.svg')} />
    {['app.css', ...stylesheets].map((name) => (
      <link rel="stylesheet" href={assetPath(name)} />
    ))}
    {['start.js', ...scripts].map((name) => (
      <script type="module" src={assetPath(name)}></script>
    ))}
  </head>
);

/** The page around every page. What a page says of itself comes as children, its h1 first. */
export const Page = (props: PageProps) => {
  const { t, lang, backLink, notice, example, navigation = [] } = props;
  return (
    <>
      {raw('<!doctype html>')}
      <html class="govuk-template" lang={lang}>
        <Head
          t={t}
          title={props.title}
          hasError={props.hasError}
          stylesheets={props.stylesheets}
          scripts={props.scripts}
        />
        <body class="govuk-template__body">
          <a href="#main" class="govuk-skip-link" data-module="govuk-skip-link">
            {t('shell.skip-to-content')}
          </a>
          {example && <ExampleBanner t={t} {...example} />}
          <Header t={t} lang={lang} path={props.path ?? ''} user={props.user ?? null} />
          {navigation.length > 0 && <Navigation t={t} links={navigation} />}
          <div class="govuk-width-container">
            <main class="rc-main" id="main">
              {backLink && (
                <a href={backLink.href} class="govuk-back-link">
                  {backLink.label ?? t('shell.back')}
                </a>
              )}
              {notice && <NoticeBanner t={t} notice={notice} />}
              {props.children}
            </main>
          </div>
          <Footer t={t} />
        </body>
      </html>
    </>
  );
};
