import { expect, test } from 'vitest';
import { newProofCode, readProofCode } from '../../../acts/proof/proof-code.ts';

test('a code has 16 letters and digits that nobody mistakes for one another, and comes by chance', () => {
  const codes = Array.from({ length: 200 }, newProofCode);
  for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
  expect(new Set(codes).size).toBe(200);
  expect(new Set(codes.join('')).size).toBe(32);
});

test('a code is read as it is typed: small letters, groups, mistaken letters, the whole address', () => {
  const code = '7K3QZ9XW2MPA4T10';
  for (const typed of [
    code,
    ` ${code.toLowerCase()} `,
    '7K3Q-Z9XW-2MPA-4T10',
    '7K3Q Z9XW 2MPA 4TIO',
    '7k3qz9xw2mpa4tlo',
    `https://cchc.phong.example/verify/${code}`,
  ]) {
    expect(readProofCode(typed)).toBe(code);
  }
});

test('anything else is no code', () => {
  const typed = [
    '',
    '7K3Q',
    'UUUUUUUUUUUUUUUU',
    '7'.repeat(17),
    '../../etc/passwd',
    'Đ'.repeat(16),
  ];
  expect(typed.map(readProofCode)).toEqual(typed.map(() => null));
  expect(readProofCode('7'.repeat(1_000_000))).toBeNull();
});
