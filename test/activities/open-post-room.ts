// Activities on real parts, without a workflow: database, folder and SMTP server of this file's own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { createActivities } from '../../activities/create-activities.ts';
import { connectDatabase } from '../../adapters/database/connect.ts';
import { createStores } from '../../adapters/database/stores.ts';
import { createDocumentStore } from '../../adapters/document-store.ts';
import { createMailer } from '../../adapters/mail.ts';
import { createDecisionLinks } from '../../adapters/decision-links.ts';
import { createReceiptLinks } from '../../adapters/receipt-links.ts';
import { evolveDocumentIssue } from '../../domain/document-issue-evolve.ts';
import type { DocumentIssueEvent } from '../../domain/document-issue.ts';
import { NO_SIGNING } from '../../documents/sign/create-digital-signing.ts';
import { paperCheck } from '../../documents/check-paper.ts';
import { paperWorkflowId, planPaperId } from '../../workflows/contract.ts';
import type { PaperRef, ReformActivities } from '../../workflows/activity-contract.ts';
import { createTestDatabase } from '../support/database.ts';
import { FRESH_PAPER, tell } from '../support/given.ts';
import { planOf, savePlanVersion, smallOffice } from '../support/small-office.ts';
import { createTestSmtp } from '../support/smtp.ts';

// Faults are what many of these tests are about; the SDK would print each.
const quiet = new DefaultLogger('ERROR');

let offices = 0;

export const openPostRoom = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'reform-post-'));
  const [database, smtp] = await Promise.all([createTestDatabase(), createTestSmtp()]);
  const db = connectDatabase(database.url);
  const stores = createStores(db);
  const dependencies = {
    stores,
    documents: createDocumentStore(pathToFileURL(folder).href),
    digitalSigning: NO_SIGNING,
    mailer: createMailer(smtp.url, 'Phòng Mẫu <vanthu@office.test>'),
    links: createReceiptLinks('a secret of thirty-two characters', 'https://reform.test'),
    decisionLinks: createDecisionLinks('a secret of thirty-two characters', 'https://reform.test'),
    wakeOfficeDay: () => Promise.resolve(),
    isMailEmbedded: false,
    wallClock: () => new Date('2024-01-15T03:00:00Z'),
  };

  /** Runs one activity as the worker would, heartbeat and failures included. */
  const run = <N extends keyof ReformActivities>(
    name: N,
    input: Parameters<ReformActivities[N]>[0],
    change: Partial<typeof dependencies> = {},
  ) => {
    type Given = [typeof input];
    type Answer = Awaited<ReturnType<ReformActivities[N]>>;
    const activities = createActivities({ ...dependencies, ...change });
    const activity = activities[name] as unknown as (...given: Given) => Promise<Answer>;
    return new MockActivityEnvironment({}, { logger: quiet }).run<Given, Answer, typeof activity>(
      activity,
      input,
    );
  };

  /** An office with an approved plan of 2024, in a cycle of that origin. */
  const office = async (origin: 'live' | 'example' | 'entered' = 'live') => {
    offices += 1;
    const officeId = `OFFICE-${String(offices)}`;
    await stores.offices.save(smallOffice(officeId));
    await savePlanVersion(stores, officeId, planOf(2024));
    await stores.cycles.insert({
      office_id: officeId,
      year: 2024,
      origin,
      workflow_id: `cycle/${officeId}/2024`,
      act_id: 'act-of-start',
      started_by: 'head-1',
      started_at: '2024-01-10T08:00:00+07:00',
      entered_at: '2024-01-10T08:00:00+07:00',
      is_mailed: false,
    });
    const { template, locale } = paperCheck.pins('plan');
    await stores.versions.pinWords(officeId, template.sha256, template.text);
    const ref: PaperRef = {
      officeId,
      year: 2024,
      paperId: planPaperId(2024, 1),
      kind: 'plan',
      contentVersion: 1,
      pins: { template: template.sha256, locale: locale.sha256 },
    };
    /** The read model of the paper after these events. */
    const show = async (events: readonly DocumentIssueEvent[]) => {
      const fresh = { ...FRESH_PAPER, paperId: ref.paperId, contentVersion: 1 };
      const { state } = tell(evolveDocumentIssue, fresh, events);
      if (state.number) {
        // As the act does, before the paper bears it.
        const { value, documentDate } = state.number;
        const seriesYear = Number(documentDate.slice(0, 4));
        const wish = { officeId, seriesYear, symbol: 'KH-PM', paperId: ref.paperId };
        await stores.papers.reserveNumber({ ...wish, actId: 'act-of-number' }, value);
      }
      await stores.strands.project({
        officeId,
        year: 2024,
        workflowId: paperWorkflowId(officeId, 2024, ref.paperId),
        kind: 'documentIssue',
        seq: events.length,
        state,
        events: [],
      });
    };
    return { officeId, ref, issuedRef: { ...ref, issuedOn: '2024-01-15' }, show };
  };

  return {
    dependencies,
    office,
    run,
    smtp,
    stores,
    close: async () => {
      await smtp.stop();
      await db.destroy();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
export type PostRoom = Awaited<ReturnType<typeof openPostRoom>>;
