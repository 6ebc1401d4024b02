import * as z from 'zod';
import { DomainError } from '../../domain/errors.ts';
import type { DraftKind } from '../../domain/paper-kind.ts';
import type { PaperSource } from '../../domain/paper-source.ts';
import type { ReplacedPaper } from '../../domain/replaced-paper.ts';
import type { ActDependencies, CheckedCall } from '../act.ts';
import { nfc } from '../plan-content-schema.ts';
import { provePaper } from '../proof/look-up-paper.ts';
import { text } from '../year-file/fields.ts';
import { readIssued } from './issued-paper.ts';

type Call = Omit<CheckedCall<unknown>, 'data'>;

/** The issued paper that a new one replaces, and why, as a clause; null: the new one replaces none. */
export const replacesSchema = z
  .strictObject({ paperId: text, reason: nfc })
  .nullable()
  .default(null);
export type Replaces = NonNullable<z.infer<typeof replacesSchema>>;

const refuse = (message: string, details: Readonly<Record<string, string>>): never => {
  throw new DomainError('unknown-reference', message, details, '/replaces/paperId');
};

/**
 * How the new paper cites the one that it replaces. A paper is replaced by one of its own kind, and once:
 * after that the replacing one is replaced in its turn.
 * @throws DomainError unknown-reference, not-ready where it is not issued, or holds no more
 */
export const readReplaced = async (
  deps: ActDependencies,
  call: Call,
  kind: DraftKind,
  { paperId, reason }: Replaces,
  isMeant: (source: PaperSource) => boolean = () => true,
): Promise<ReplacedPaper> => {
  const { numberAndSymbol, kind: name, date } = await readIssued(deps, call, paperId);
  const paper = await deps.stores.papers.find(call.officeId, paperId);
  if (paper?.kind !== kind)
    return refuse('a paper is replaced by one of its kind', { given: paperId });
  const source = await deps.stores.paperSources.read({
    officeId: call.officeId,
    year: paper.year,
    paperId,
    kind,
    contentVersion: paper.content_version,
  });
  if (!isMeant(source)) refuse('that paper is about something else', { given: paperId });
  const { state } = await provePaper(deps, paper);
  if (state === 'genuine') return { paperId, kind: name, numberAndSymbol, date, reason };
  throw new DomainError(
    'not-ready',
    `the paper is ${state}`,
    { phase: state },
    '/replaces/paperId',
  );
};
