/** Words of the commitments: who signs what, what waits there, and what happened. */
export const pledge = {
  'home.waiting.hold-signing': 'Tổ chức ký giao ước, cam kết',
  'home.waiting.sign-pledge': 'Ký giao ước, cam kết',
  'home.waiting.scan-pledge': 'Tải lên bản quét giao ước, cam kết đã ký',
  'home.waiting.submit-pledge': 'Lập giao ước thi đua để phát hành',
  'cycle.event.PledgeOpened': 'mở việc ký giao ước, cam kết',
  'cycle.event.PledgeSigned': 'ghi nhận đơn vị đã ký tại lễ',
  'cycle.event.CommitmentConfirmed': 'xác nhận cam kết trên hệ thống',
  'cycle.event.PledgeScanAttached': 'tải lên bản quét giao ước, cam kết đã ký',
  'cycle.event.PledgeMarkTakenBack': 'bỏ ghi nhận ký của một đơn vị',
  'cycle.event.SignatoriesChanged': 'đổi danh sách đơn vị phải ký',
  'cycle.event.PledgePaperMoved': 'nhận tình trạng văn bản giao ước',
  'cycle.event.PledgeDropped': 'thôi ký giao ước, cam kết',
  'cycle.event.PledgeCancelled': 'dừng ký giao ước, cam kết do chu trình bị hủy',
  'paper.kind.pledge': 'Giao ước thi đua',
} as const;
