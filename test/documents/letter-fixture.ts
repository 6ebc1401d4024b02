import type { OfficeFacts } from '../../domain/office.ts';
import type { DraftSource } from '../../domain/paper-source.ts';
import type { Addressees } from '../../domain/recipients.ts';
import { office } from './registration-fixture.ts';
import type { PlainPaperSource } from '../../domain/plain-paper.ts';

/** The same office, with a body above that a letter may go to. */
export const officeWithSuperior: OfficeFacts = {
  ...office,
  superiors: [
    {
      id: 'S-PTM',
      name: 'Phòng Tham mưu Công an tỉnh',
      kind: 'specialised',
      mailbox: 'ptm@tinh.test',
      followsReform: true,
    },
  ],
};

const signer = { personId: 'P-02', capacity: 'KT.' } as const;
const minutes = {
  paperId: 'minutes-2024-launch-v1',
  numberAndSymbol: '66/BB-ANNĐ',
  kind: 'Biên bản',
  date: '2024-04-17',
  subject: 'Hội nghị triển khai công tác cải cách hành chính năm 2024',
} as const;

export const SOME: Addressees = {
  superiorIds: ['S-PTM'],
  unitIds: ['T-1', 'M-PN'],
  guests: [{ key: '1', name: 'Ông Hồ Khách Mời', mailbox: null }],
};

export const correction = (addressees: Addressees = SOME): DraftSource => ({
  kind: 'correction',
  content: {
    year: 2024,
    subject: 'đính chính Biên bản số 66/BB-ANNĐ ngày 17/4/2024 của Phòng An ninh nội địa',
    signer,
    addressees,
    corrected: minutes,
    places: [
      { where: 'Trang 2, dòng 5', printed: '54 đồng chí', right: '52 đồng chí' },
      { where: 'Nơi nhận', printed: 'Đội công tác số 1', right: 'Các đội công tác' },
    ],
  },
});

export const recall = (addressees: Addressees = SOME): DraftSource => ({
  kind: 'recall',
  content: {
    year: 2024,
    subject: 'thu hồi Biên bản số 66/BB-ANNĐ ngày 17/4/2024',
    signer,
    addressees,
    recalled: minutes,
    reason: 'văn bản được ban hành khi chưa đủ chữ ký của thư ký hội nghị.',
  },
});

export const plainPaper = (kind: 'letter' | 'notice' | 'report', count = 3): PlainPaperSource => ({
  kind,
  content: {
    year: 2024,
    subject: 'phân công chuẩn bị tổng kết công tác cải cách hành chính năm 2024',
    signer: { personId: 'P-03', capacity: 'TL.' },
    addressees: { ...SOME, guests: [] },
    paragraphs: [
      'Các đơn vị tự kiểm tra kết quả thực hiện nhiệm vụ đã đăng ký',
      'Báo cáo gửi về Đội Tham mưu - Tổng hợp trước ngày 01/12/2024.',
      'Đề nghị các đơn vị nghiêm túc thực hiện.',
    ].slice(-count),
  },
});
