import { randomBytes } from 'node:crypto';

// Letters and digits that nobody mistakes for one another (Crockford's base 32).
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;
const CODE = new RegExp(`^[${LETTERS}]{${String(LENGTH)}}$`);

/** 80 bits by chance: nobody finds another paper's. */
export const newProofCode = (): string =>
  Array.from(randomBytes(LENGTH), (byte) => LETTERS.charAt(byte & 31)).join('');

/** What somebody typed or scanned, a whole address too, as a code; null where it can be none. */
export const readProofCode = (typed: string): string | null => {
  const code = (typed.trim().slice(0, 300).split('/').at(-1) ?? '')
    .replaceAll(/[\s-]/g, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return CODE.test(code) ? code : null;
};
