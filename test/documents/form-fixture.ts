import type { PaperSource } from '../../domain/paper-source.ts';

export const handOver = (numbered = true): PaperSource => ({
  kind: 'hand-over-list',
  content: {
    year: 2024,
    paper: {
      kind: 'invitation',
      numberAndSymbol: numbered ? '62/GM-ANNĐ' : null,
      date: '2024-04-10',
      subject: 'Dự Lễ phát động phong trào thi đua cải cách hành chính năm 2024',
    },
    recipients: [
      { name: 'Hội Phụ nữ Phòng An ninh nội địa', receivedOn: '2024-04-11' },
      { name: 'Ông Nguyễn Văn Khách, chuyên viên cải cách hành chính', receivedOn: null },
    ],
  },
});

export const approvalSlip = (submittedById: string | null = 'P-03'): PaperSource => ({
  kind: 'approval-slip',
  content: {
    year: 2024,
    paper: {
      kind: 'check-team-decision',
      subject: 'Về việc thành lập Tổ kiểm tra công tác cải cách hành chính quý II năm 2024',
    },
    signer: { personId: 'P-01', capacity: null },
    submittedById,
  },
});

export const blankRegistration: PaperSource = {
  kind: 'blank-registration-form',
  content: { year: 2024 },
};
