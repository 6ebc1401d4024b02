/** The page that is there while the parts of the system start. */
export const setUp = {
  'set-up.title': 'Hệ thống đang khởi động',
  'set-up.note':
    'Trang này tự tải lại sau mỗi hai giây và chuyển sang hệ thống khi mọi phần đã sẵn sàng. Lần chạy đầu tiên có thể mất vài phút để dựng máy chủ quy trình; các lần sau chỉ vài giây.',
  'set-up.web': 'Trang web',
  'set-up.postgres': 'Cơ sở dữ liệu',
  'set-up.temporal': 'Máy chủ quy trình',
  'set-up.mail': 'Hộp thư thử',
  'set-up.worker': 'Bộ phận xử lý',
  'set-up.example': 'Dữ liệu ví dụ',
  'set-up.waiting': 'Đang chờ',
  'set-up.running': 'Đang chạy',
  'set-up.done': 'Sẵn sàng',
  'set-up.failed': 'Chưa được',
} as const;
