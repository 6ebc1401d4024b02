/** Words of the page where anybody who holds a paper learns whether it is genuine. */
export const proof = {
  'proof.title': 'Kiểm tra văn bản',
  'proof.code': 'Mã kiểm tra',
  'proof.code-hint':
    '16 chữ và số cuối địa chỉ mà mã QR ở chân trang đầu văn bản chứa; có thể dán cả địa chỉ.',
  'proof.code-missing': 'Nhập mã kiểm tra.',
  'proof.look-up': 'Kiểm tra',
  'proof.look-up-another': 'Kiểm tra văn bản khác',
  'proof.is.genuine': 'Văn bản thật, do cơ quan phát hành',
  'proof.is.replaced': 'Văn bản thật, nhưng đã được thay thế',
  'proof.is.recalled': 'Văn bản đã bị thu hồi',
  'proof.is.unknown': 'Không có văn bản nào mang mã này',
  'proof.tag.genuine': 'Thật',
  'proof.tag.replaced': 'Đã thay thế',
  'proof.tag.recalled': 'Đã thu hồi',
  'proof.paper': 'Số {number}, ngày {date}',
  'proof.paper-without-number': 'Văn bản không đánh số, ngày {date}',
  'proof.by.replaced': 'Được thay thế bằng văn bản: {paper}.',
  'proof.by.recalled': 'Bị thu hồi theo văn bản: {paper}.',
  'proof.corrected': 'Đã được đính chính bằng văn bản: {paper}.',
  'proof.compare':
    'Hãy so số và ngày này với văn bản trong tay. Nếu khác, mã đã bị chép từ văn bản khác sang.',
  'proof.unknown-explained':
    'Mã có thể bị gõ sai, hoặc văn bản không do cơ quan phát hành. Xin hỏi văn thư của cơ quan có tên trên văn bản.',
  'proof.file-title': 'Kiểm tra một tệp',
  'proof.file-title-of-paper': 'Đối chiếu tệp với văn bản này',
  'proof.file-hint':
    'Kéo tệp đã nhận qua thư vào đây, hoặc chọn tệp. Tệp không rời máy của bạn: trình duyệt chỉ gửi mã băm SHA-256 của tệp.',
  'proof.file-label': 'Tệp cần kiểm tra',
  'proof.file-reading': 'Đang đọc tệp…',
  'proof.file-failed': 'Chưa kiểm tra được tệp. Xin thử lại.',
  'proof.file-insecure':
    'Trình duyệt chỉ đọc tệp khi trang mở bằng https. Xin mở lại trang này bằng địa chỉ https.',
  'proof.file-is.issued': 'Đúng tệp đã phát hành',
  'proof.file-is.copy': 'Đúng bản làm việc đã gửi kèm',
  'proof.file-is-copy-explained':
    'Bản làm việc để đơn vị tiện sử dụng, không có giá trị như bản gốc.',
  'proof.file-is-not': 'Không phải tệp đã phát hành',
  'proof.file-is-not-ours':
    'Không tệp nào đã phát hành giống hệt tệp này. Tệp có thể đã bị sửa, dù chỉ một chữ, hoặc do máy khác quét lại.',
  'proof.file-is-not-of-paper':
    'Tệp này không giống hệt tệp nào đã phát hành của văn bản này. Tệp có thể đã bị sửa, dù chỉ một chữ, hoặc do máy khác quét lại.',
  'proof.too-many-title': 'Có quá nhiều lượt kiểm tra',
  'proof.too-many': 'Xin thử lại sau 15 phút.',
  'proof.office-title': 'Mã QR kiểm tra văn bản',
  'proof.office-in-short':
    'Người nhận quét mã để biết văn bản là thật, đã thay thế hay đã thu hồi.',
  'proof.tag-printed.yes': 'đang in lên văn bản có số.',
  'proof.tag-printed.no': 'chưa in lên văn bản.',
  'proof.office-choice': 'In mã lên văn bản',
  'proof.office-choice-hint':
    'Có hiệu lực với văn bản được cấp số từ nay. Văn bản đã cấp số giữ nguyên.',
  'proof.office-printed': 'In mã QR ở chân trang đầu của văn bản có số',
} as const;
