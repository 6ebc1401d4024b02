/** Words of the page that a recipient opens by the link in the mail. */
export const receipt = {
  'receipt.from': 'Cơ quan ban hành',
  'receipt.subject': 'Trích yếu',
  'receipt.document-date': 'Ngày văn bản',
  'receipt.recipient': 'Nơi nhận',
  'receipt.open-paper': 'Mở văn bản (PDF)',
  'receipt.working-copy': 'Tải bản làm việc (DOCX)',
  'receipt.working-copy-explained':
    'Bản làm việc để đơn vị tiện sử dụng, không có giá trị như bản gốc.',
  'receipt.have-you-got-it': 'Xác nhận đã nhận văn bản',
  'receipt.confirm': 'Xác nhận đã nhận',
  'receipt.confirmed-at': 'Đã xác nhận nhận văn bản lúc {when}.',
  'receipt.open-until': 'Trang này mở được đến hết ngày {date}.',
  'receipt.expired': 'Liên kết đã hết hạn',
  'receipt.expired-explained':
    'Văn bản vẫn có trong thư đã gửi. Nếu cần mở lại, xin liên hệ văn thư của cơ quan ban hành.',
} as const;
