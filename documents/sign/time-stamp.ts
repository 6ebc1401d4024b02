import { createHash, randomBytes } from 'node:crypto';
import type { TimeStamper } from './cms.ts';
import {
  at,
  contentOf,
  fromBytes,
  integer,
  nothing,
  objectId,
  octets,
  OID,
  oidOf,
  partsOf,
  sequence,
  toBytes,
  truth,
  type Der,
} from './der.ts';

/** Takes a request to the server and brings back its answer, both as RFC 3161 has them. */
export type AskTimeStampServer = (request: Uint8Array) => Promise<Uint8Array>;

const GRANTED = [0, 1];

const requestFor = (digest: Uint8Array, nonce: Uint8Array): Uint8Array =>
  toBytes(
    sequence(
      integer(1),
      sequence(sequence(objectId(OID.sha256), nothing()), octets(digest)),
      integer(Buffer.from(nonce).readUIntBE(0, nonce.length)),
      truth(true),
    ),
  );

// The token is signed contents: version, policy, and then what was stamped.
const stampedDigest = (token: Der): Buffer => {
  const contents = partsOf(at(token, 1, 0)).find((part) => oidOf(at(part, 0)) === OID.timeStamp);
  const held = contentOf(at(contents ?? sequence(), 1, 0));
  return contentOf(at(fromBytes(held), 2, 1));
};

const readToken = (answer: Uint8Array, digest: Uint8Array): Uint8Array => {
  const [status, token] = partsOf(fromBytes(answer));
  const code = contentOf(at(status ?? sequence(), 0)).at(-1) ?? -1;
  if (!token || !GRANTED.includes(code)) {
    throw new Error(`the time-stamp server refused: status ${String(code)}`);
  }
  if (!stampedDigest(token).equals(digest)) {
    throw new Error('the time-stamp server stamped something else');
  }
  return toBytes(token);
};

/** Vouches for the time of a signature by a server's word (RFC 3161): level B-T. */
export const createTimeStamper =
  (ask: AskTimeStampServer): TimeStamper =>
  async (signature) => {
    const digest = createHash('sha256').update(signature).digest();
    // Positive and below 2^31, which is as far as the writer of integers goes.
    const nonce = randomBytes(4);
    nonce[0] = (nonce[0] ?? 0) & 0x7f;
    return readToken(await ask(requestFor(digest, nonce)), digest);
  };
