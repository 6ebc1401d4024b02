import { crc32 } from 'node:zlib';
import { zlibSync } from 'fflate';
import { PROOF } from './format.ts';
import type { ProofMark } from './proof-mark.ts';

// Enough for 600 dpi at the size that it is printed in.
const DOTS = 10;
const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

const chunk = (type: string, data: Uint8Array): Uint8Array => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};

// One bit a dot, white as 1; each row begins with its filter, none.
const dotRows = ({ size, bars }: ProofMark): Uint8Array => {
  const side = (size + 2 * PROOF.rim) * DOTS;
  const stride = 1 + Math.ceil(side / 8);
  const rows = new Uint8Array(side * stride).fill(0xff);
  const darken = (x: number, y: number): void => {
    const at = y * stride + 1 + (x >> 3);
    rows[at] = (rows[at] ?? 0) & ~(0x80 >> (x & 7));
  };
  for (let y = 0; y < side; y += 1) rows[y * stride] = 0;
  for (const bar of bars) {
    const [left, top] = [(bar.x + PROOF.rim) * DOTS, (bar.y + PROOF.rim) * DOTS];
    for (let y = top; y < top + DOTS; y += 1) {
      for (let x = left; x < left + bar.width * DOTS; x += 1) darken(x, y);
    }
  }
  return rows;
};

/** The mark with its white rim as a PNG; packed by fflate, so that each Node gives the same bytes. */
export const drawProofPicture = (mark: ProofMark): Uint8Array => {
  const head = Buffer.alloc(13);
  const side = (mark.size + 2 * PROOF.rim) * DOTS;
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.writeUInt8(1, 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('IDAT', zlibSync(dotRows(mark), { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ]);
};
