/** Words of the plan's amendments and of the year-end summary. */
export const summary = {
  'home.waiting.summarise-year': 'Tổng kết năm, trình báo cáo tổng kết',
  'cycle.event.CycleClosed': 'khép lại chu trình năm',
  'cycle.event.SummaryOpened': 'mở tổng kết năm',
  'cycle.event.SummaryPartKept': 'ghi một phần của tổng kết năm',
  'cycle.event.YearReportMoved': 'báo lại tình trạng báo cáo tổng kết',
  'cycle.event.SummaryCancelled': 'dừng tổng kết do chu trình bị hủy',
  'cycle.copied-results': 'Số liệu năm trước của {count} chỉ tiêu lấy từ kết quả năm {from}.',
  'cycle.copied-raised':
    '{count} chỉ tiêu năm {from} đã vượt mức cũ, nay đặt bằng mức đã đạt; xin xem lại.',
  'cycle.copied-carried': 'Nhiệm vụ chuyển tiếp từ năm {from}: {tasks}.',
} as const;
