import { createAccountStore } from './accounts.ts';
import { createActStore } from './acts.ts';
import { createCalendarStore } from './calendars.ts';
import type { Database } from './connect.ts';
import { createCycleStore } from './cycles.ts';
import { createDeliveryStore } from './deliveries.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { readOfficeFacts } from './office-facts.ts';
import { createOfficeStore } from './offices.ts';
import { createPaperSourceStore } from './paper-sources.ts';
import { createPaperStore } from './papers.ts';
import { createNoticeStore } from './notices.ts';
import { createOwnTemplateReader } from './own-templates.ts';
import { createProofStore } from './proofs.ts';
import { createQuestionStore } from './questions.ts';
import { createPlanInForceStore } from './plans-in-force.ts';
import { createStrandStore } from './strands.ts';
import { createVersionStore } from './versions.ts';

export const createStores = (db: Database) => {
  const offices = createOfficeStore(db);
  const versions = createVersionStore(db);
  const cycles = createCycleStore(db);
  return {
    accounts: createAccountStore(db),
    acts: createActStore(db),
    calendars: createCalendarStore(db),
    cycles,
    deliveries: createDeliveryStore(db),
    offices,
    papers: createPaperStore(db),
    plansInForce: createPlanInForceStore(versions, offices),
    strands: createStrandStore(db),
    notices: createNoticeStore(db),
    paperSources: createPaperSourceStore(versions),
    proofs: createProofStore(db),
    questions: createQuestionStore(versions),
    versions,
    ownTemplate: createOwnTemplateReader(cycles, versions),
    factsOn: (officeId: string, date: LocalDate) => readOfficeFacts(offices, officeId, date),
  };
};
export type Stores = ReturnType<typeof createStores>;
