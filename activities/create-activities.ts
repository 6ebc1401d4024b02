import type { ProjectionBatch, ReformActivities } from '../workflows/activity-contract.ts';
import type { Waiting } from '../domain/waiting.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { createDeliveryPlanning } from './plan-deliveries.ts';
import { createMessageSending } from './send-message.ts';
import { createNoticeSending } from './send-notice.ts';
import { createAskerTelling } from './tell-askers.ts';
import { withHeartbeat } from './with-heartbeat.ts';
import { createNoticeWriting } from './write-notices.ts';
import { createUnitReading } from './read-units-to-report.ts';
import { createPaperSealing } from './seal-paper.ts';
import { createPaperWriting } from './write-papers.ts';

// A signer is a leader too; who else is meant by name hears of it no sooner than by the next digest.
const isForLeader = ({ role, personId }: Waiting): boolean =>
  role === 'leader' || personId !== null;

/** Every activity of the worker: one side effect each, and twice is once. */
export const createActivities = (dependencies: ActivityDependencies): ReformActivities => {
  const writing = createPaperWriting(dependencies);
  const sealing = createPaperSealing(dependencies);
  const planning = createDeliveryPlanning(dependencies);
  const sending = createMessageSending(dependencies);
  const notices = createNoticeWriting(dependencies);
  const post = createNoticeSending(dependencies);
  const telling = createAskerTelling(dependencies);
  const units = createUnitReading(dependencies);
  return {
    projectEvents: withHeartbeat(async (batch: ProjectionBatch) => {
      const waiting = await dependencies.stores.strands.project(batch);
      // Also where the batch was projected before: the worker may have died between the two.
      if (batch.state.clock.mode === 'live' && waiting.some(isForLeader)) {
        await dependencies.wakeOfficeDay(batch.officeId);
      }
    }),
    preparePaper: withHeartbeat(writing.preparePaper),
    renderFinalPaper: withHeartbeat(writing.renderFinalPaper),
    sealPaper: withHeartbeat(sealing.sealPaper),
    planDeliveries: withHeartbeat(planning.planDeliveries),
    replanDelivery: withHeartbeat(planning.replanDelivery),
    sendMessage: withHeartbeat(sending.sendMessage),
    readUnitsToReport: withHeartbeat(units.readUnitsToReport),
    nextDigestAt: withHeartbeat(notices.nextDigestAt),
    writeNotices: withHeartbeat(notices.writeNotices),
    tellAskers: withHeartbeat(telling.tellAskers),
    sendNotice: withHeartbeat(post.sendNotice),
  };
};
