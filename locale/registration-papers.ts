import type { RegistrationFormKind } from '../domain/paper-source.ts';
import { formatTarget } from './papers.ts';

/** Words of the papers of registration, beside those of their templates. Approvals bind them. */
export const registrationWords: Readonly<Record<RegistrationFormKind, string>> = {
  'registration-form': 'Bản đăng ký nhiệm vụ cải cách hành chính năm',
  commitment: 'Bản cam kết thực hiện nhiệm vụ cải cách hành chính năm',
};

/** "Bản đăng ký nhiệm vụ cải cách hành chính năm 2024": a form has no number to be called by. */
export const formTitle = (kind: RegistrationFormKind, year: number): string =>
  `${registrationWords[kind]} ${String(year)}`;

/** "đạt 100%", "tăng từ 0 lên 4 văn bản": a percent sign stands at its number. */
export const formatTargetInUnits = (
  target: Parameters<typeof formatTarget>[0] & { readonly unit: string },
): string => `${formatTarget(target)}${target.unit.trim() === '%' ? '' : ' '}${target.unit.trim()}`;
