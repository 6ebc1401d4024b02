import type { CheckTeamContent } from '../../domain/check/check-team.ts';
import type { DraftSource } from '../../domain/paper-source.ts';
import { NO_ADDRESSEES } from '../../domain/recipients.ts';
import type { CommendationContent } from '../../domain/summary/commendation.ts';
import { usualCheckTeam, usualCommendation } from '../../locale/decision-drafts.ts';
import { office } from './registration-fixture.ts';

const occasion = {
  year: 2024,
  officeName: office.name,
  draftedBy: 'Đội Tham mưu - Tổng hợp',
  leaderPosition: 'Trưởng phòng',
};

const PLAN_BASIS =
  'Căn cứ Kế hoạch số 15/KH-ANNĐ ngày 15 tháng 01 năm 2024 của Phòng An ninh nội địa về công tác cải cách hành chính năm 2024';

export const checkTeam = (change: Partial<CheckTeamContent> = {}): DraftSource => ({
  kind: 'check-team-decision',
  content: {
    ...usualCheckTeam(occasion, 'Q2'),
    year: 2024,
    quarter: 'Q2',
    signer: { personId: 'P-01', capacity: null },
    addressees: { ...NO_ADDRESSEES, unitIds: ['T-TH', 'T-1', 'M-PN'] },
    bases: ['Căn cứ chức năng, nhiệm vụ, quyền hạn của Phòng An ninh nội địa', PLAN_BASIS],
    team: [
      { personId: 'P-02', role: 'head' },
      { personId: 'P-03', role: 'secretary' },
      { personId: 'P-06', role: 'member' },
    ],
    unitIds: ['T-1', 'M-PN'],
    from: '2024-06-10',
    to: '2024-06-14',
    ...change,
  },
});

export const commendation = (change: Partial<CommendationContent> = {}): DraftSource => {
  const { result, ...words } = usualCommendation(occasion);
  return {
    kind: 'commendation-decision',
    content: {
      ...words,
      year: 2024,
      signer: { personId: 'P-01', capacity: null },
      addressees: { ...NO_ADDRESSEES, unitIds: ['T-TH', 'T-1'] },
      bases: [
        'Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022',
        'Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng',
        result,
      ],
      collectives: [
        { unitId: 'T-1', form: 'Giấy khen' },
        { unitId: 'M-PN', form: 'Giấy khen' },
      ],
      individuals: [
        { personId: 'P-04', form: 'Giấy khen' },
        { personId: 'P-10', form: 'Giấy khen' },
        { name: 'Đại úy Phan Văn Nháp', form: 'Giấy khen' },
      ],
      ...change,
    },
  };
};
