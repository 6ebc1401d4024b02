import { proxyActivities } from '@temporalio/workflow';
import { mailQueueOf } from './contract.ts';
import type { ReformActivities } from './activity-contract.ts';

// Every activity sends a heartbeat each three seconds (activities/with-heartbeat.ts), so that the death
// of a worker shows after ten, whatever the activity's own length.
const heartbeatTimeout = '10 seconds';

// The database or the document store may be away for hours: nothing of ours gives up on them.
const untilDone = {
  initialInterval: '500 milliseconds',
  backoffCoefficient: 2,
  maximumInterval: '30 seconds',
} as const;

export const { projectEvents } = proxyActivities<Pick<ReformActivities, 'projectEvents'>>({
  startToCloseTimeout: '30 seconds',
  heartbeatTimeout,
  retry: untilDone,
});

export const { preparePaper, renderFinalPaper, sealPaper, planDeliveries, replanDelivery } =
  proxyActivities<
    Pick<
      ReformActivities,
      'preparePaper' | 'renderFinalPaper' | 'sealPaper' | 'planDeliveries' | 'replanDelivery'
    >
  >({
    startToCloseTimeout: '2 minutes',
    heartbeatTimeout,
    retry: untilDone,
  });

// An unreachable mail server is waited for, at most five minutes between two tries.
export const mailActivities = (taskQueue: string) =>
  proxyActivities<Pick<ReformActivities, 'sendMessage' | 'sendNotice'>>({
    taskQueue: mailQueueOf(taskQueue),
    startToCloseTimeout: '3 minutes',
    heartbeatTimeout,
    retry: { initialInterval: '2 seconds', backoffCoefficient: 2, maximumInterval: '5 minutes' },
  });

export const { nextDigestAt, readUnitsToReport, tellAskers, writeNotices } = proxyActivities<
  Pick<ReformActivities, 'nextDigestAt' | 'readUnitsToReport' | 'tellAskers' | 'writeNotices'>
>({
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout,
  retry: untilDone,
});
