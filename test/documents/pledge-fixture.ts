import type { PledgeBody, PledgeParty } from '../../domain/pledge/pledge-content.ts';
import { copiesFor } from '../../domain/pledge/pledge-content.ts';
import type { DraftSource, FormSource } from '../../domain/paper-source.ts';

export const WITNESS = {
  personId: 'P-01',
  name: 'Thượng tá Nguyễn Văn Mẫu',
  position: 'Trưởng phòng',
};

const party = (
  unitId: string,
  unitName: string,
  name: string,
  position: string,
  signed: PledgeParty['signed'],
): PledgeParty => ({ unitId, unitName, personId: `head-${unitId}`, name, position, signed });

const atCeremony = {
  how: 'ink',
  on: '2024-04-17',
  at: '2024-04-17T16:00:00+07:00',
  basis: null,
} as const;

/** Seven as in the second seed: signed at the ceremony, by a substitute, late, and in the system. */
export const SEVEN: readonly PledgeParty[] = [
  party(
    'T-TH',
    'Đội Tham mưu - Tổng hợp',
    'Trung tá Lê Thị Minh Họa',
    'Đội trưởng Đội Tham mưu - Tổng hợp',
    atCeremony,
  ),
  party(
    'T-1',
    'Đội công tác số 1',
    'Thiếu tá Phạm Giả Định',
    'Đội trưởng Đội công tác số 1',
    atCeremony,
  ),
  party('T-2', 'Đội công tác số 2', 'Đại úy Ngô Làm Thử', 'Phó Đội trưởng Đội công tác số 2', {
    ...atCeremony,
    basis: 'Giấy ủy quyền số 03/GUQ-Đ2 ngày 16/4/2024',
  }),
  party('T-3', 'Đội công tác số 3', 'Thiếu tá Bùi Ví Dụ', 'Đội trưởng Đội công tác số 3', {
    ...atCeremony,
    on: '2024-04-22',
    at: '2024-04-22T09:00:00+07:00',
  }),
  party(
    'T-4',
    'Đội công tác số 4',
    'Thiếu tá Hồ Thí Nghiệm',
    'Đội trưởng Đội công tác số 4',
    atCeremony,
  ),
  party(
    'M-TN',
    'Chi đoàn Thanh niên Phòng An ninh nội địa',
    'Đại úy Mai Tập Dượt',
    'Bí thư Chi đoàn',
    { how: 'confirmed', on: '2024-04-18', at: '2024-04-18T08:05:00+07:00', basis: null },
  ),
  party(
    'M-PN',
    'Hội Phụ nữ Phòng An ninh nội địa',
    'Đỗ Thị Bản Nháp',
    'Chủ tịch Hội Phụ nữ',
    atCeremony,
  ),
];

export const manyParties = (count: number): readonly PledgeParty[] =>
  Array.from({ length: count }, (_, at) => {
    const team = `Đội công tác số ${String(at + 1)}`;
    return party(
      `T-${String(at)}`,
      team,
      `Thiếu tá Người Ký ${String(at + 1)}`,
      `Đội trưởng ${team}`,
      atCeremony,
    );
  });

const bodyOf = (parties: readonly PledgeParty[], change: Partial<PledgeBody> = {}): PledgeBody => ({
  title: 'Giao ước thi đua thực hiện phong trào thi đua cải cách hành chính năm 2024',
  inResponseTo: 'phong trào thi đua CCHC do Bộ Công an, Công an tỉnh phát động',
  place: 'Hội trường Phòng An ninh nội địa',
  points: [
    'Rà soát, sửa đổi, bổ sung quy chế, quy trình công tác nội bộ: tỷ lệ được rà soát đạt 100%',
    'Cắt giảm thời gian xử lý văn bản, báo cáo nội bộ: thời gian bình quân giảm từ 3 xuống 2 ngày',
  ],
  parties,
  witness: WITNESS,
  signedOn: '2024-04-17',
  copies: copiesFor(parties),
  ...change,
});

export const pledge = (
  parties: readonly PledgeParty[] = SEVEN,
  change: Partial<PledgeBody> = {},
): DraftSource => ({
  kind: 'pledge',
  content: {
    year: 2024,
    subject: 'Thực hiện phong trào thi đua cải cách hành chính năm 2024',
    signer: { personId: 'P-01', capacity: null },
    addressees: { superiorIds: [], unitIds: ['T-TH', 'T-1'], guests: [] },
    ...bodyOf(parties, change),
  },
});

/** Before anybody has signed. */
export const sheet = (
  parties: readonly PledgeParty[] = SEVEN,
  change: Partial<PledgeBody> = {},
): FormSource => ({
  kind: 'pledge-sheet',
  content: {
    year: 2024,
    ...bodyOf(
      parties.map((row) => ({ ...row, signed: null })),
      { signedOn: null, ...change },
    ),
  },
});
