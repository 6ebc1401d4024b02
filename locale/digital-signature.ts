import type { Instant } from '../domain/local-date.ts';

/** What a digital signature shows in the paper; read out, too. */
export const signatureWords = {
  signedBy: 'Ký số bởi:',
  signedAt: 'Thời gian ký:',
  ofPerson: (name: string): string => `Chữ ký số của ${name}`,
  ofOffice: (name: string): string => `Chữ ký số của cơ quan: ${name}`,
} as const;

/** `17/04/2024 16:32:05 +07:00` (Decree 30/2020, annex I, ISO 8601's time zone). */
export const formatSigningTime = (at: Instant): string => {
  const [day = '', rest = ''] = at.split('T');
  const [year = '', month = '', date = ''] = day.split('-');
  return `${date}/${month}/${year} ${rest.slice(0, 8)} ${rest.slice(-6)}`;
};
