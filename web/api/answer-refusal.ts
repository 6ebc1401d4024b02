import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { DomainError, type ErrorDetails } from '../../domain/errors.ts';
import { formatDateTime } from '../../locale/dates.ts';
import { sentenceOfError } from '../../locale/words.ts';
import type { WebContext } from '../environment.ts';
import { statusOf } from '../refusal.ts';
import { isUnreachable } from './is-unreachable.ts';

export const answerFault = (
  c: WebContext,
  status: ContentfulStatusCode,
  code: string,
  message: string,
) => c.json({ error: { code, message, place: null, details: {} } }, status);

export const answerNotFound = (c: WebContext) =>
  answerFault(c, 404, 'not-found', 'There is nothing at this address.');

const textIn = (details: ErrorDetails, name: string): string | null => {
  const value = details[name];
  return typeof value === 'string' ? value : null;
};

const officeOf = (c: WebContext, details: ErrorDetails): string | null =>
  /^\/api\/offices\/([^/]+)\//.exec(c.req.path)?.[1] ??
  /^cycle\/([^/]+)\//.exec(textIn(details, 'workflowId') ?? '')?.[1] ??
  null;

// A refusal carries ids; the operator reads names.
const named = async (c: WebContext, details: ErrorDetails): Promise<ErrorDetails> => {
  const lastBy = textIn(details, 'lastBy');
  const lastAt = textIn(details, 'lastAt');
  const lastEvent = textIn(details, 'lastEvent');
  const officeId = officeOf(c, details);
  const person =
    lastBy !== null && officeId !== null
      ? await c.get('deps').acts.stores.offices.findPerson(officeId, lastBy)
      : undefined;
  return {
    ...details,
    ...(lastBy === null ? {} : { who: person?.full_name ?? lastBy }),
    ...(lastAt === null ? {} : { when: formatDateTime(lastAt) }),
    ...(lastEvent === null ? {} : { what: lastEvent }),
  };
};

const answerRefusal = async (c: WebContext, { code, place, details }: DomainError) => {
  const all = await named(c, details);
  return { error: { code, message: sentenceOfError('en', code, all), place, details: all } };
};

/** Every failure as JSON: the rule that refused, a part that is away, or a fault of ours. */
export const answerError = async (error: Error, c: WebContext) => {
  if (error instanceof DomainError) {
    return c.json(await answerRefusal(c, error), statusOf(error));
  }
  c.get('deps').logFault(error);
  if (!isUnreachable(error)) {
    return answerFault(c, 500, 'fault', 'Something broke here. Asking again is safe.');
  }
  const away = new DomainError('temporarily-unavailable', error.message);
  return answerFault(c, statusOf(away), away.code, sentenceOfError('en', away.code));
};
