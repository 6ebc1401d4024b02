import { expect, test } from 'vitest';
import { createReceiptLinks } from '../../adapters/receipt-links.ts';

const links = createReceiptLinks('a secret of thirty-two characters', 'https://reform.test');
const DELIVERY = {
  officeId: 'office',
  paperId: 'plan-2024-v3',
  recipientId: 'team-1',
  expiresOn: '2024-07-13',
};
const tokenOf = (change: Partial<typeof DELIVERY>) => links.tokenOf({ ...DELIVERY, ...change });
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

test('a link leads to the one delivery that it was made for', () => {
  expect(links.read(links.tokenOf(DELIVERY))).toEqual(DELIVERY);
  expect(links.urlOf(DELIVERY)).toBe(`https://reform.test/r/${links.tokenOf(DELIVERY)}`);
});

test('a link keeps its end date, so that a page can say when it ended', () => {
  expect(links.read(tokenOf({ expiresOn: '2001-01-01' }))?.expiresOn).toBe('2001-01-01');
});

test('a link is the same each time, so that a repeated mail brings the same one', () => {
  expect(links.tokenOf(DELIVERY)).toBe(links.tokenOf({ ...DELIVERY }));
});

test.each([
  ['another recipient', { recipientId: 'team-2' }],
  ['another paper', { paperId: 'plan-2024-v4' }],
  ['another office', { officeId: 'other' }],
  ['a later end', { expiresOn: '2034-07-13' }],
])('a link changed by hand to %s opens nothing', (_what, change) => {
  const [, signature] = links.tokenOf(DELIVERY).split('.');
  const [payload] = tokenOf(change).split('.');
  expect(links.read(`${payload ?? ''}.${signature ?? ''}`)).toBeNull();
});

test('each letter of a link counts', () => {
  const token = links.tokenOf(DELIVERY);
  for (let at = 0; at < token.length - 1; at += 1) {
    const other = token[at] === 'A' ? 'B' : 'A';
    expect(links.read(token.slice(0, at) + other + token.slice(at + 1)), String(at)).toBeNull();
  }
});

test('a link signed with another secret opens nothing', () => {
  const other = createReceiptLinks('another secret of thirty-two char', 'https://reform.test');
  expect(links.read(other.tokenOf(DELIVERY))).toBeNull();
});

test('what is no link opens nothing', () => {
  const payload = encode(['office', 'plan-2024-v3', 'team-1', '2024-07-13']);
  const token = links.tokenOf(DELIVERY);
  for (const text of ['', '.', '..', payload, `${payload}.`, `.${payload}`, `${token}.${token}`]) {
    expect(links.read(text), text).toBeNull();
  }
});

test('a message\u2019s id is not a link, nor the other way round', () => {
  const [signature = ''] = links.messageIdOf('office', 'plan-2024-v3', 'team-1').split('@');
  const payload = encode(['office', 'plan-2024-v3', 'team-1']);
  const asToken = `${payload}.${Buffer.from(signature, 'hex').toString('base64url')}`;
  expect(links.read(asToken)).toBeNull();
});

test('a message\u2019s id comes from office, paper and mailbox, and tells none of them', () => {
  const id = links.messageIdOf('office', 'plan-2024-v3', 'someone@office.test');
  expect(links.messageIdOf('office', 'plan-2024-v3', 'someone@office.test')).toBe(id);
  const others = [
    links.messageIdOf('other', 'plan-2024-v3', 'someone@office.test'),
    links.messageIdOf('office', 'plan-2024-v4', 'someone@office.test'),
    links.messageIdOf('office', 'plan-2024-v3', 'other@office.test'),
  ];
  expect(new Set([id, ...others]).size).toBe(4);
  expect(id).toMatch(/^[0-9a-f]{40}@reform-cycle$/);
});
