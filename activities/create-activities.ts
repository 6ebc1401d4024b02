import type { ProjectionBatch, ReformActivities } from '../workflows/contract.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { createDeliveryPlanning } from './plan-deliveries.ts';
import { createMessageSending } from './send-message.ts';
import { withHeartbeat } from './with-heartbeat.ts';
import { createPaperWriting } from './write-papers.ts';

/** Every activity of the worker: one side effect each, and twice is once. */
export const createActivities = (dependencies: ActivityDependencies): ReformActivities => {
  const writing = createPaperWriting(dependencies);
  const planning = createDeliveryPlanning(dependencies);
  const sending = createMessageSending(dependencies);
  return {
    projectEvents: withHeartbeat((batch: ProjectionBatch) =>
      dependencies.stores.strands.project(batch),
    ),
    preparePaper: withHeartbeat(writing.preparePaper),
    renderFinalPaper: withHeartbeat(writing.renderFinalPaper),
    planDeliveries: withHeartbeat(planning.planDeliveries),
    replanDelivery: withHeartbeat(planning.replanDelivery),
    sendMessage: withHeartbeat(sending.sendMessage),
  };
};
