import { Client, Connection, WorkflowUpdateFailedError } from '@temporalio/client';
import {
  ApplicationFailure,
  WorkflowExecutionAlreadyStartedError,
  WorkflowIdReusePolicy,
  WorkflowNotFoundError,
  type UpdateDefinition,
} from '@temporalio/common';
import { DomainError, type ErrorCode, type ErrorDetails } from '../domain/errors.ts';
import {
  cycleId,
  officeDayId,
  officeDayWoken,
  TASK_QUEUE,
  type ActReceipt,
  type OfficeDayInput,
  type ReformCycleInput,
} from '../workflows/contract.ts';
import { createTurns } from './turns.ts';

const DEADLINE_MS = 8_000;
// A workflow takes ten updates at a time. Whoever comes as the eleventh is turned away and asked to come
// again a second later, and has no answer after eight where many press at once. Other servers may press too.
const ACTS_AT_ONCE = 5;

/** The workflow that should have answered has ended; the read model knows how. */
class StrandEndedError extends Error {
  override readonly name = 'StrandEndedError';
}

const refusalIn = (error: unknown): DomainError | null => {
  if (!(error instanceof WorkflowUpdateFailedError)) return null;
  const { cause } = error;
  if (!(cause instanceof ApplicationFailure)) return null;
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- workflows/strand.ts writes them so
  const [given] = (cause.details ?? []) as [{ place?: string | null; details?: ErrorDetails }?];
  return new DomainError(
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the code of a DomainError, as strand.ts hands it on
    cause.type as ErrorCode,
    cause.message,
    given?.details ?? {},
    given?.place ?? null,
  );
};

const unavailable = (error: unknown): DomainError => {
  const refusal = new DomainError(
    'temporarily-unavailable',
    'the part that keeps the year could not be reached; pressing again is safe',
    {},
  );
  refusal.cause = error;
  return refusal;
};

export const createTemporalClient = (
  connection: Connection,
  namespace: string,
  taskQueue = TASK_QUEUE,
) => {
  const client = new Client({ connection, namespace });
  const inTurn = createTurns(ACTS_AT_ONCE);

  return {
    client,

    /** Starts the cycle's workflow; a start that is there already is the same start, repeated. */
    async startCycle(input: ReformCycleInput): Promise<void> {
      try {
        await connection.withDeadline(Date.now() + DEADLINE_MS, () =>
          client.workflow.start('reformCycle', {
            workflowId: cycleId(input.officeId, input.year),
            taskQueue,
            args: [input],
            workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
            staticSummary: `reform cycle ${String(input.year)} of ${input.officeId}`,
          }),
        );
      } catch (error) {
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw unavailable(error);
      }
    },

    /** Lets the office's day look again at what waits and when; starts it where it does not run yet. */
    async wakeOfficeDay(officeId: string): Promise<void> {
      const input: OfficeDayInput = {
        officeId,
        lastDigestOn: null,
        isWoken: true,
        continueAfterTurns: 0,
      };
      try {
        await connection.withDeadline(Date.now() + DEADLINE_MS, () =>
          client.workflow.signalWithStart('officeDay', {
            workflowId: officeDayId(officeId),
            taskQueue,
            args: [input],
            signal: officeDayWoken,
            signalArgs: [],
            staticSummary: `days of ${officeId}: notices and digests of what waits`,
          }),
        );
      } catch (error) {
        throw unavailable(error);
      }
    },

    /**
     * One act on one strand. The Update's id is the act's id, so that a repeat is answered, not done.
     * @throws DomainError as the rules refuse; temporarily-unavailable; StrandEndedError
     */
    async sendAct<C extends { readonly actId: string }>(
      workflowId: string,
      update: UpdateDefinition<ActReceipt, [C]>,
      command: C,
    ): Promise<ActReceipt> {
      // From the press on: nobody waits longer because others wait before them.
      const deadline = Date.now() + DEADLINE_MS;
      try {
        return await inTurn(workflowId, () =>
          connection.withDeadline(deadline, () =>
            client.workflow
              .getHandle(workflowId)
              .executeUpdate(update, { updateId: command.actId, args: [command] }),
          ),
        );
      } catch (error) {
        if (error instanceof WorkflowNotFoundError) {
          throw new StrandEndedError('the strand has ended', { cause: error });
        }
        throw refusalIn(error) ?? unavailable(error);
      }
    },
  };
};
export type TemporalClient = ReturnType<typeof createTemporalClient>;

export const connectTemporal = (address: string): Promise<Connection> =>
  Connection.connect({ address, connectTimeout: '5 seconds' });
