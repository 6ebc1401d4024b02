/** Words for signing a paper digitally: its forms, and why a signature is refused. */
export const digitalSigning = {
  'paper.sign-digitally-question': 'Ký số văn bản này?',
  'paper.number-for-digital-explained':
    'Cấp số và ngày trước, rồi {signer} ký số lên bản đã có số. Ngày của văn bản là ngày ký; nếu không ký kịp trong ngày, hủy số rồi cấp số khác.',
  'paper.number-for-digital': 'Cấp số để ký số',
  'paper.document-date-today': 'Ngày ký số, tức là hôm nay.',
  'paper.read-before-signing': 'Mở bản chính thức để xem trước khi ký (PDF)',
  'paper.waits-for-digital-signature': 'Đang chờ {signer} ký số.',
  'paper.sign-digitally': 'Ký số',
  'paper.sign-digitally-explained': 'Khóa ký của {signer} được giữ trên máy chủ này.',
  'paper.sign-elsewhere': 'Ký bằng thiết bị lưu khóa (USB Token)',
  'paper.sign-elsewhere-explained':
    'Tải nội dung cần ký, ký bằng phần mềm của thiết bị (chữ ký CMS tách rời, có thuộc tính chứng thư ký), rồi tải tệp chữ ký lên đây. Chữ ký chỉ dùng cho đúng bản này, trong ngày hôm nay.',
  'paper.to-be-signed': 'Tải nội dung cần ký',
  'paper.to-be-signed-hash': 'SHA-256 của nội dung cần ký',
  'paper.signature-file': 'Tệp chữ ký (CMS, dạng DER)',
  'paper.signature-file-missing': 'Chọn tệp chữ ký.',
  'paper.take-signature': 'Nhận chữ ký số',
  'paper.seal-being-set': 'Đang đóng chữ ký số của cơ quan, xin tải lại trang sau ít giây.',

  'paper.signature-problem.no-key': 'máy chủ không giữ khóa của người ký',
  'paper.signature-problem.no-seal': 'chưa cài đặt chữ ký số của cơ quan',
  'paper.signature-problem.other-name': 'chứng thư số không mang tên người ký văn bản này',
  'paper.signature-problem.other-office': 'chứng thư số của cơ quan mang tên khác',
  'paper.signature-problem.expired': 'chứng thư số đã hết hạn hoặc chưa có hiệu lực',
  'paper.signature-problem.unreadable': 'không đọc được tệp chữ ký',
  'paper.signature-problem.other-digest': 'chữ ký của một nội dung khác',
  'paper.signature-problem.other-certificate': 'chữ ký gắn với chứng thư khác',
  'paper.signature-problem.broken-signature': 'chữ ký không đúng',
  'paper.signature-problem.no-signing-certificate':
    'thiếu thuộc tính chứng thư ký (signing-certificate-v2)',
} as const;
