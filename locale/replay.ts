/** What stands in papers and reasons of a past year where its file is silent. */
export const REPLAY_WORDS = {
  delegationBasis: 'Nhập theo hồ sơ của năm trước: tệp dữ liệu ghi người này quyết định',
  noReason: 'Tệp dữ liệu không ghi lý do',
  reopened: 'Đăng ký sau khi danh sách đã được phê duyệt',
  opening: 'Hội nghị làm việc theo chương trình.',
  course: 'Thực hiện theo chương trình.',
  answered: (question: string, answer: string): string => `${question} Trả lời: ${answer}`,
  spirit: (spirit: string): string => `Tinh thần đối thoại: ${spirit}.`,
  answering: (rule: string): string => `Việc trả lời: ${rule}.`,
  passingUp: (rule: string): string => `Việc đề xuất cấp trên: ${rule}.`,
  signing: (who: string, what: string): string => `Ký kết: ${what} (${who}).`,
  ranking: (who: string, years: number, by: string, scope: string): string =>
    `${who} ${String(years)} năm liên tiếp được ${by} xếp thứ nhất về cải cách hành chính (${scope}).`,
  upward: (question: string, dueOn: string): string =>
    `${question} Đề nghị xem xét, trả lời trước ngày ${dueOn}`,
  plainText: 'Nội dung như bản gốc đã phát hành (tệp dữ liệu chỉ ghi trích yếu)',
  previousYear: (year: number, results: readonly string[]): string =>
    `Kết quả năm ${String(year)}: ${results.join('; ')}.`,
  criterion: (domain: string): string => `Kết quả thực hiện lĩnh vực ${domain}`,
  appraisedOtherwise: 'Tệp dữ liệu không ghi lý do điểm thẩm định khác điểm tự chấm',
  carriedOver: 'Tệp dữ liệu không ghi lý do chuyển tiếp',
  workLeftOff: 'Hết năm; tệp dữ liệu không ghi kết quả thực hiện',
  noReply: 'Hết năm chưa có trả lời; tệp dữ liệu không ghi việc trả lời sau đó',
  correction: {
    printed: 'như bản đã phát hành (tệp dữ liệu không ghi)',
    right: 'như bản lưu sau khi đính chính (tệp dữ liệu không ghi)',
  },
  openingSubject: (year: number): string =>
    `Về việc đăng ký nhiệm vụ cải cách hành chính năm ${String(year)}`,
  resultSubject: (year: number): string =>
    `Kết quả phê duyệt đăng ký nhiệm vụ cải cách hành chính năm ${String(year)}`,
} as const;
