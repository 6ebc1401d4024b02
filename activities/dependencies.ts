import type { Stores } from '../adapters/database/stores.ts';
import type { DigitalSigning } from '../documents/sign/create-digital-signing.ts';
import type { DecisionLinks } from '../adapters/decision-links.ts';
import type { DocumentStore } from '../adapters/document-store.ts';
import type { Mailer } from '../adapters/mail.ts';
import type { ReceiptLinks } from '../adapters/receipt-links.ts';

export interface ActivityDependencies {
  readonly stores: Stores;
  readonly documents: DocumentStore;
  readonly mailer: Mailer;
  readonly digitalSigning: DigitalSigning;
  readonly links: ReceiptLinks;
  readonly decisionLinks: DecisionLinks;
  /** Lets the office's day look at once at what waits. */
  readonly wakeOfficeDay: (officeId: string) => Promise<void>;
  /** Mail stays on this machine: only then does mail of example and past years go out. */
  readonly isMailEmbedded: boolean;
  /** Wall time, for technical stamps alone; business dates come with the activity's input. */
  readonly wallClock: () => Date;
}
