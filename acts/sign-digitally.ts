import * as z from 'zod';
import { decideDocumentIssue, type DocumentIssueState } from '../domain/document-issue.ts';
import { DomainError } from '../domain/errors.ts';
import type { SignaturePlace } from '../domain/final-files.ts';
import { isBefore, isInstant, localDateOf, type Instant } from '../domain/local-date.ts';
import type { OfficeFacts } from '../domain/office.ts';
import { defineAct, type ActDependencies, type ActOutcome, type CheckedCall } from './act.ts';
import { keepPdf } from './keep-pdf.ts';
import { commanded, readPaper, sendToPaper } from './on-strand.ts';
import { text } from './year-file/fields.ts';

interface SignatureData {
  readonly paperId: string;
  /** Of the paper that the signer has read. */
  readonly pdfSha256: string;
}

interface SigningAsked {
  readonly pdf: Uint8Array;
  readonly signerName: string;
  readonly place: SignaturePlace;
}

type Stored = Pick<ActDependencies, 'stores' | 'documents'>;

// The names that the paper itself bears; kept since it was first made.
const factsOfPaper = async (
  { stores }: Stored,
  officeId: string,
  paperId: string,
): Promise<OfficeFacts> => {
  const kept = await stores.versions.find(officeId, 'office-facts', paperId, 1);
  if (!kept) throw new DomainError('not-ready', 'the paper is still being made');
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- written from OfficeFacts (activities/write-papers.ts)
  return JSON.parse(kept.text) as OfficeFacts;
};

/**
 * The paper as its signer is to sign it.
 * @throws DomainError not-ready
 */
export const readToSign = async (
  deps: Stored,
  officeId: string,
  { paperId, signer, finalFiles }: DocumentIssueState,
): Promise<SigningAsked & { readonly officeName: string }> => {
  const place = finalFiles?.signaturePlace;
  if (!finalFiles || !place) {
    throw new DomainError('not-ready', 'the paper has no place for one digital signature yet');
  }
  const facts = await factsOfPaper(deps, officeId, paperId);
  const signerName = facts.people.find(({ id }) => id === signer.personId)?.fullName ?? '';
  const pdf = await deps.documents.get(finalFiles.pdfSha256);
  return { pdf, signerName, place, officeName: facts.name };
};

// Judged and sealed later by the office; what its signer signed is kept before the paper hears of it.
const signWith = async (
  deps: ActDependencies,
  call: CheckedCall<SignatureData>,
  sign: (asked: SigningAsked) => Promise<Uint8Array>,
): Promise<ActOutcome> => {
  const { paperId, pdfSha256 } = call.data;
  refuseDated(call.occurredAt);
  const state = await readPaper(deps, call, paperId);
  const command = { ...commanded(call), type: 'signDigitally' as const, pdfSha256 };
  decideDocumentIssue(state, { ...command, signedSha256: '' }, call.enteredAt);
  const { officeName, ...asked } = await readToSign(deps, call.officeId, state);
  deps.digitalSigning.checkSeal(officeName, call.enteredAt);
  const signed = await sign(asked);
  const signedSha256 = await keepPdf(deps, call, paperId, 'signed-pdf', signed);
  return sendToPaper(deps, call, paperId, { ...command, signedSha256 });
};

const refuseDated = (occurredAt: Instant | null): void => {
  if (occurredAt === null) return;
  const message = 'a digital signature bears the time at which it is set';
  throw new DomainError('out-of-time', message, { given: occurredAt }, '/occurredAt');
};

const shape = { paperId: text, pdfSha256: z.string().regex(/^[0-9a-f]{64}$/) };

/** The signer signs with the key that this machine holds for them (SIGN_P12). */
export const signDigitally = defineAct<SignatureData>({
  name: 'sign-digitally',
  schema: z.strictObject(shape),
  power: null,
  perform: (deps, call) => {
    // Over the API a program acts for anyone; a signature is the signer's own.
    if (call.channel !== 'web') {
      throw new DomainError('no-power', 'the signer signs on their own page');
    }
    return signWith(deps, call, ({ pdf, signerName, place }) =>
      deps.digitalSigning.sign(pdf, signerName, { place, signedAt: call.enteredAt }),
    );
  },
});

// The moment stands in what was signed, so it comes back with the signature.
const checkMomentOf = (signedAt: Instant, call: CheckedCall<unknown>): void => {
  const now = call.enteredAt;
  const isToday = isInstant(signedAt) && localDateOf(signedAt) === localDateOf(now);
  if (isToday && !isBefore(now, signedAt)) return;
  const details = { given: signedAt, latest: now };
  throw new DomainError('out-of-time', 'signed today, and not after now', details, '/signedAt');
};

/**
 * Takes in what a key elsewhere (a token) has made of the bytes to be signed: a detached CMS in DER, for
 * the paper of that hash and that moment. Verified before anything is kept.
 */
export const takeSignature = defineAct<
  SignatureData & { readonly signedAt: Instant; readonly bytes: Uint8Array }
>({
  name: 'take-digital-signature',
  schema: z.strictObject({ ...shape, signedAt: text, bytes: z.instanceof(Uint8Array) }),
  power: null,
  perform: (deps, call) => {
    const { signedAt, bytes } = call.data;
    checkMomentOf(signedAt, call);
    return signWith(deps, call, async ({ pdf, signerName, place }) =>
      deps.digitalSigning.insert(pdf, bytes, signerName, { place, signedAt }),
    );
  },
});
