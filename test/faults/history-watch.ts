// Sees an activity's end in a workflow's history at once.
import { Client, Connection } from '@temporalio/client';
import { until } from './whole-system.ts';

const NAMESPACE = 'reform-cycle';

type Events = NonNullable<
  NonNullable<
    Awaited<ReturnType<Connection['workflowService']['getWorkflowExecutionHistory']>>['history']
  >['events']
>;

const countCompleted = (events: Events, activityType: string): number => {
  const typeOf = new Map(
    events.map((event) => [
      String(event.eventId),
      event.activityTaskScheduledEventAttributes?.activityType?.name,
    ]),
  );
  return events.filter((event) => {
    const ended = event.activityTaskCompletedEventAttributes;
    return ended && typeOf.get(String(ended.scheduledEventId)) === activityType;
  }).length;
};

const countAcceptedActs = (events: Events): number =>
  events.filter((event) => event.workflowExecutionUpdateAcceptedEventAttributes).length;

export const connectHistories = async (address: string) => {
  const connection = await until('Temporal answers', () =>
    Connection.connect({ address, connectTimeout: '5 seconds' }).catch(() => null),
  );
  const client = new Client({ connection, namespace: NAMESPACE });

  const readEvents = async (workflowId: string): Promise<Events> => {
    const { history } = await connection.workflowService.getWorkflowExecutionHistory({
      namespace: NAMESPACE,
      execution: { workflowId },
      maximumPageSize: 10_000,
    });
    return history?.events ?? [];
  };

  // None yet where the workflow, or for a moment the server, is not there.
  const completed = (workflowId: string, activityType: string): Promise<number> =>
    readEvents(workflowId).then(
      (events) => countCompleted(events, activityType),
      () => 0,
    );

  return {
    completed,
    untilCompleted: (workflowId: string, activityType: string, atLeast = 1) =>
      until(
        `${activityType} of ${workflowId} has completed`,
        async () => (await completed(workflowId, activityType)) >= atLeast,
        { everyMs: 2 },
      ),
    acceptedActs: async (workflowId: string) => countAcceptedActs(await readEvents(workflowId)),
    statusOf: async (workflowId: string) =>
      (await client.workflow.getHandle(workflowId).describe()).status.name,
    close: () => connection.close(),
  };
};

export type Histories = Awaited<ReturnType<typeof connectHistories>>;
