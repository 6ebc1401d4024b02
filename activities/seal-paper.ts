import { createHash } from 'node:crypto';
import { ApplicationFailure } from '@temporalio/activity';
import { DomainError } from '../domain/errors.ts';
import type { OfficeFacts } from '../domain/office.ts';
import type { ReformActivities, SignedPaperRef } from '../workflows/activity-contract.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { createFileKeeping } from './keep-file.ts';

const readOfficeName = (text: string): string => {
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- written from OfficeFacts (write-papers.ts)
  const { name } = JSON.parse(text) as Pick<OfficeFacts, 'name'>;
  return name;
};

// A missing or expired seal is waited for, and told in the operator's view, as a database that is away.
const asWaiting = (error: unknown): unknown =>
  error instanceof DomainError ? ApplicationFailure.retryable(error.message, error.code) : error;

export const createPaperSealing = (dependencies: ActivityDependencies) => {
  const { stores, documents, digitalSigning } = dependencies;
  const keep = createFileKeeping(dependencies);

  /** The sealed file of before, which begins with what was signed, byte by byte; null where none is. */
  const findSealed = async (ref: SignedPaperRef, signed: Uint8Array): Promise<string | null> => {
    const files = await stores.papers.listFiles(ref.officeId, ref.paperId);
    for (const { role, sha256 } of files) {
      if (role !== 'sealed-pdf') continue;
      const head = (await documents.get(sha256)).subarray(0, signed.length);
      if (createHash('sha256').update(head).digest('hex') === ref.signedSha256) return sha256;
    }
    return null;
  };

  const officeNameOf = async ({ officeId, paperId }: SignedPaperRef): Promise<string> => {
    const kept = await stores.versions.find(officeId, 'office-facts', paperId, 1);
    if (!kept) throw new Error(`the office of ${paperId} is missing`);
    return readOfficeName(kept.text);
  };

  const seal = async (ref: SignedPaperRef, signed: Uint8Array): Promise<Uint8Array> => {
    const moment = { place: ref.signaturePlace, signedAt: ref.signedAt };
    const officeName = await officeNameOf(ref);
    try {
      return await digitalSigning.seal(signed, officeName, moment);
    } catch (error) {
      throw asWaiting(error);
    }
  };

  return {
    sealPaper: async (ref: SignedPaperRef) => {
      const signed = await documents.get(ref.signedSha256);
      const before = await findSealed(ref, signed);
      if (before !== null) return { sha256: before };
      const bytes = await seal(ref, signed);
      return { sha256: await keep(ref, 'sealed-pdf', 'application/pdf', bytes) };
    },
  } satisfies Partial<ReformActivities>;
};
