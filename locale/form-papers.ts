/** Titles of forms that are printed for the pen; also their files' names. */
export const formWords = {
  handOver: 'Danh sách giao nhận',
  approvalSlip: 'Phiếu trình',
  blankRegistration: 'Mẫu Bản đăng ký nhiệm vụ cải cách hành chính năm',
} as const;
