import { localDateOf, type LocalDate } from '../domain/local-date.ts';
import type { PledgeParty } from '../domain/pledge/pledge-content.ts';
import { formatShortDate } from './papers.ts';
import { lowerCase, upperFirst } from './vietnamese.ts';

/** Words of a pledge beside those of its template. The paper binds them. */
export const pledgeWords = {
  /** How a pledge may call itself; the longest first. */
  names: ['Giao ước thi đua', 'Bản giao ước', 'Giao ước', 'Bản cam kết', 'Cam kết'],
  signedOn: 'Đã ký ngày',
  confirmedAt: 'Đã xác nhận trên hệ thống lúc',
  byDelegation: 'Ký thay theo',
} as const;

/** The name on a line of its own, and what the pledge is about below it; null: the name says it all. */
export const splitPledgeTitle = (
  title: string,
): { readonly name: string; readonly about: string | null } => {
  const name = pledgeWords.names.find((known) =>
    lowerCase(title).startsWith(`${lowerCase(known)} `),
  );
  if (name === undefined) return { name: title, about: null };
  const about = title.slice(name.length).trim();
  return { name, about: upperFirst(about) };
};

const formatConfirmedAt = (at: string): string =>
  `${pledgeWords.confirmedAt} ${at.slice(11, 16)}, ${formatShortDate(localDateOf(at))}`;

const formatSignedOn = (on: LocalDate): string => `${pledgeWords.signedOn} ${formatShortDate(on)}`;

/** What stands between post and name of who has signed; never a drawn signature. */
export const markOfParty = ({ signed }: Pick<PledgeParty, 'signed'>): string | null => {
  if (signed === null) return null;
  if (signed.how === 'confirmed') return formatConfirmedAt(signed.at);
  const mark = formatSignedOn(signed.on);
  return signed.basis === null ? mark : `${mark}\n${pledgeWords.byDelegation} ${signed.basis}`;
};
