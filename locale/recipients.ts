import type { RecipientPurpose } from '../domain/recipients.ts';

/** How the list of recipients on a paper names groups and purposes. */
export const recipientWords = {
  teams: 'Các đội công tác',
  massOrganisations: 'các tổ chức đoàn thể',
  massOrganisationsAlone: 'Các tổ chức đoàn thể',
  archive: 'Lưu: VT',
  confirmedAt: 'Đã xác nhận ký trên hệ thống lúc',
} as const;

export const purposeWords: Readonly<Record<RecipientPurpose, string>> = {
  report: '(để báo cáo)',
  follow: '(để theo dõi)',
  'carry-out': '(để thực hiện)',
};

/** Behind guests and bodies that the office gives no work to. */
export const addresseeWords = { informed: '(để biết)' } as const;
