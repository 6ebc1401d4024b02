import type { Context } from 'hono';
import type { ActDependencies } from '../acts/act.ts';
import type { PersonRow } from '../adapters/database/offices.ts';
import type { DecisionLinks } from '../adapters/decision-links.ts';
import type { ReceiptLinks } from '../adapters/receipt-links.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { Language, Words } from '../locale/words.ts';

export interface WebDependencies {
  readonly acts: ActDependencies;
  readonly links: ReceiptLinks;
  readonly decisionLinks: DecisionLinks;
  /** All parts embedded, on loopback: then one may choose whom to be. */
  readonly isExample: boolean;
  readonly mailInboxUrl: string | null;
  /** True where people reach the pages by https, through whatever proxy: cookies are then for https alone. */
  readonly isHttps: boolean;
  /** Kind and place of a fault, without its words: they may hold names. */
  readonly logFault: (error: Error) => void;
  /** Bearer token of the HTTP API from other machines; null: the local socket alone. */
  readonly apiToken: string | null;
}

export interface SignedIn {
  readonly officeId: string;
  readonly officeName: string;
  readonly person: PersonRow;
}

export interface WebEnv {
  Bindings: {
    /** True on the unix socket in the data folder, which only its owner can open. */
    readonly isLocalSocket?: boolean;
  };
  Variables: {
    deps: WebDependencies;
    lang: Language;
    t: Words;
    /** null: nobody has signed in. */
    user: SignedIn | null;
    /** Today at +07:00, for what a page shows; no rule reads it. */
    today: LocalDate;
  };
}
export type WebContext = Context<WebEnv>;
