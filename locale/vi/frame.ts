/** What a page says of an act that was just done. */
export const frame = {
  'frame.done': 'Đã ghi nhận.',
  'frame.being-processed': 'Đã ghi nhận, đang xử lý. Xin tải lại trang sau ít giây.',
  'frame.number-out-of-order':
    'Đã cấp số. Số và ngày này không theo thứ tự với các văn bản đã cấp số khác, xin kiểm tra lại sổ đăng ký.',
  'frame.scan-longer':
    'Đã lưu bản quét. Bản quét nhiều trang hơn văn bản đã in, xin xem lại có lẫn trang khác không.',
  'frame.scan-not-a4':
    'Đã lưu bản quét. Có trang không phải khổ A4, xin xem lại trước khi phát hành.',
  'frame.scan-coarse':
    'Đã lưu bản quét. Có trang dưới 200 dpi, thấp hơn quy định về bản sao điện tử; nên quét lại.',
  'frame.scan-not-colour':
    'Đã lưu bản quét. Bản quét không có màu, trong khi bản sao điện tử phải là ảnh màu; nên quét lại.',
  'frame.deadline-moved':
    'Đã ghi nhận. Hạn rơi vào ngày nghỉ nên được chuyển sang ngày làm việc tiếp theo.',
  'frame.start-resumed': 'Lần khởi động trước chưa xong nay đã được tiếp tục.',
  'frame.at-least': 'từ {value} trở lên',
  'frame.at-most': 'không quá {value}',
  'frame.more-than': 'sau {value}',
  'frame.between-days': 'Ngày phải từ {from} đến {to}.',
  'frame.until-day': 'Ngày không được sau {to}.',
  'frame.from-day': 'Ngày không được trước {from}.',
} as const;
