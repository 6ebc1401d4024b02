import type { DeliveryStatus, DocumentIssueState } from './document-issue.ts';

const FINISHED: readonly DeliveryStatus[] = ['sent', 'handed-over', 'given-up', 'historic'];

/** True when each recipient has the paper, or the office has said that it can't be reached. */
export const isDelivered = (state: DocumentIssueState): boolean =>
  state.phase === 'delivering' &&
  state.deliveries !== null &&
  state.deliveries.every(({ status }) => FINISHED.includes(status));
