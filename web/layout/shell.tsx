import type { Language, Words } from '../../locale/words.ts';
import { assetPath } from '../assets.ts';

export interface SignedInUser {
  readonly name: string;
  readonly role: string;
}

export interface NavigationLink {
  readonly href: string;
  readonly label: string;
  readonly isCurrent?: boolean | undefined;
  /** How much waits there; not shown at nought. */
  readonly count?: number | undefined;
}

export interface ExampleLinks {
  readonly switchRoleHref: string;
  readonly inboxHref: string;
}

/** The same page in another language, whatever else its address asks for. */
const languageHref = (path: string, language: Language): string => {
  const [place = '', query = ''] = path.split('?', 2);
  const params = new URLSearchParams(query);
  params.set('lang', language);
  return `${place}?${params.toString()}`;
};

export const ExampleBanner = ({ t, switchRoleHref, inboxHref }: { t: Words } & ExampleLinks) => (
  <section class="rc-example" aria-label={t('shell.example')}>
    <div class="govuk-width-container rc-example__row">
      <span>
        <strong>{t('shell.example')}</strong>{' '}
        <span class="rc-example__note">· {t('shell.example-note')}</span>
      </span>
      <ul class="rc-example__links">
        <li>
          <a class="govuk-link" href={switchRoleHref}>
            {t('shell.switch-role')}
          </a>
        </li>
        <li>
          <a class="govuk-link" href={inboxHref}>
            {t('shell.mail-inbox')}
          </a>
        </li>
      </ul>
    </div>
  </section>
);

const LANGUAGES = ['vi', 'en'] as const;

const LanguageLinks = ({ t, lang, path }: { t: Words; lang: Language; path: string }) => (
  <ul class="rc-languages" aria-label={t('shell.language')}>
    {LANGUAGES.map((language) => (
      <li class={language === lang ? 'rc-languages__item--current' : undefined}>
        <a
          class={language === lang ? 'rc-languages__current' : undefined}
          href={languageHref(path, language)}
          lang={language}
          hreflang={language}
          aria-current={language === lang ? 'true' : undefined}
        >
          {t(`shell.language-${language}`)}
        </a>
      </li>
    ))}
  </ul>
);

const SignedIn = ({ t, user }: { t: Words; user: SignedInUser }) => (
  <>
    <span class="rc-header__person">
      <span class="govuk-visually-hidden">{t('shell.signed-in-as')} </span>
      <span class="rc-header__name">{user.name}</span>
      <span class="rc-header__role">{user.role}</span>
    </span>
    <form method="post" action="/sign-out">
      <button type="submit" class="rc-header__sign-out">
        {t('shell.sign-out')}
      </button>
    </form>
  </>
);

interface HeaderProps {
  readonly t: Words;
  readonly lang: Language;
  readonly path: string;
  readonly user: SignedInUser | null;
}

export const Header = ({ t, lang, path, user }: HeaderProps) => (
  <header class="rc-header">
    <div class="govuk-width-container rc-header__row">
      <a class="rc-header__product" href="/">
        <img class="rc-header__mark" src={assetPath('mark.svg')} alt="" width="32" height="32" />
        {t('shell.product')}
      </a>
      <LanguageLinks t={t} lang={lang} path={path} />
      {user && (
        <div class="rc-header__user">
          <SignedIn t={t} user={user} />
        </div>
      )}
    </div>
  </header>
);

export const Navigation = ({
  t,
  links,
}: {
  readonly t: Words;
  readonly links: readonly NavigationLink[];
}) => (
  <nav class="rc-nav" aria-label={t('shell.main-navigation')}>
    <div class="govuk-width-container">
      <ul class="rc-nav__list">
        {links.map(({ href, label, isCurrent, count = 0 }) => (
          <li>
            <a class="rc-nav__link" href={href} aria-current={isCurrent ? 'page' : undefined}>
              {label}
              {count > 0 && (
                <span class="rc-nav__count">
                  <span aria-hidden="true">{count}</span>
                  <span class="govuk-visually-hidden">
                    {` (${t('shell.nav.waiting-count', { count })})`}
                  </span>
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </div>
  </nav>
);

export const Footer = ({ t }: { readonly t: Words }) => (
  <footer class="rc-footer">
    <div class="govuk-width-container">
      <p>{t('shell.footer')}</p>
      <p>{t('shell.footer-time')}</p>
    </div>
  </footer>
);
