import type { ErrorCode } from '../../domain/errors.ts';

// A part in [brackets] is left out where its values are missing. Pages add `who`, `what` and `when`
// in words: the details of a refusal carry only ids and instants.

export const errors: Readonly<Record<ErrorCode, string>> = {
  'not-json': 'Tệp không phải JSON hợp lệ[, sai ở dòng {line}, cột {column}][: cần {expected}].',
  'not-schema': 'Nội dung không đúng mẫu dữ liệu đã quy định[: cần {expected}].',
  'unknown-reference': 'Nội dung nhắc đến một mã không có trong danh sách[: {id}][: {given}].',
  'unknown-role': 'Vai trò này không có trong đơn vị[: {role}].',
  'unknown-key': 'Có trường thông tin không thuộc mẫu quy định[: {key}].',
  'duplicate-id': 'Mã này đã được dùng, mỗi mã chỉ dùng một lần[: {id}].',
  'impossible-date': 'Ngày này không có thật hoặc ghi chưa đúng[: {date}][: {given}].',
  'unreachable-target':
    'Chỉ tiêu ngược với hướng phấn đấu: chỉ tiêu tăng không được thấp hơn mức ban đầu, chỉ tiêu giảm không được cao hơn[ (cần {expected})].',
  'unsigned-scan':
    'Đây là bản in trình ký của hệ thống, chưa có chữ ký và dấu. Xin quét bản giấy đã ký, đóng dấu.',
  'scan-encrypted': 'Bản quét bị khóa bằng mật khẩu. Xin lưu lại tệp PDF không đặt mật khẩu.',
  'scan-too-old':
    'Bản quét là PDF[ {given}], phải từ PDF 1.4 trở lên. Xin đặt máy quét lưu PDF 1.4 hoặc mới hơn rồi quét lại.',
  'scan-too-short':
    'Bản quét có[ {given}] trang, văn bản có[ {pages}] trang. Xin quét đủ các trang, kể cả phụ lục.',
  'scan-empty-page': 'Trang[ {page}] của bản quét trống. Xin quét lại trang đó hoặc bỏ khỏi tệp.',
  'basis-ended':
    'Có căn cứ pháp lý đã hết hiệu lực[ vào ngày {date}]. Xin bỏ căn cứ đó hoặc chọn văn bản thay thế.',
  'secret-paper':
    'Văn bản có độ mật (MẬT, TỐI MẬT, TUYỆT MẬT) không được soạn, lưu hay gửi trên hệ thống này.',
  'letter-without-glyph': 'Có ký tự mà phông chữ của văn bản không in được[: {letter}].',
  'too-large': 'Tệp vượt quá 20 MB, xin chọn tệp nhỏ hơn.',
  'missing-field': 'Thiếu thông tin bắt buộc.',
  'bad-key':
    'Mã chỉ gồm chữ không dấu, chữ số, dấu chấm, gạch dưới, gạch ngang, dài 1 đến 40 ký tự.',
  'bad-template': 'Mẫu văn bản chưa dùng được[: dòng {line}, chỗ {field}][ ({problem})].',
  'bad-signature': 'Chữ ký số không được nhận[: {problem}].',
  'cycle-exists':
    'Đơn vị đã có chu trình của năm[ {year}] đang chạy, không mở thêm chu trình thứ hai.',
  'cycle-unknown': 'Không tìm thấy chu trình[ năm {year}] của đơn vị.',
  'office-exists': 'Đơn vị có mã này đã được lập.',
  'office-unknown': 'Không tìm thấy đơn vị.',
  'stale-version':
    'Nội dung vừa được người khác sửa[ ({who}, lúc {when})]. Xin xem phần khác nhau bên dưới rồi ghi lại trên bản mới nhất.',
  'out-of-time':
    'Việc này không còn hoặc chưa đến lúc thực hiện, bước này đã chuyển sang trạng thái khác[: {who} {what} lúc {when}].',
  'no-power': 'Người đang đăng nhập không có thẩm quyền làm việc này.',
  complaint:
    'Khiếu nại, tố cáo được giải quyết theo luật riêng, không giải quyết qua đối thoại: xin chuyển đến bộ phận có thẩm quyền.',
  'own-submission': 'Không tự phê duyệt nội dung do chính mình trình, trừ thủ trưởng đơn vị.',
  'bad-form':
    'Thể thức chưa đúng nên chưa ký nháy được[: {rules}]. Xin xem mục Thể thức trên trang của dự thảo, rồi trả lại kèm lý do để đơn vị soạn thảo sửa.',
  'number-taken': 'Số[ {number}] đã được cấp cho văn bản khác trong năm.',
  'not-ready': 'Chưa đủ điều kiện để làm bước này, còn bước trước chưa xong.',
  'temporarily-unavailable':
    'Đã giữ lại những gì vừa nhập, nhưng hệ thống tạm thời chưa xử lý được. Xin bấm lại sau ít phút, bấm nhiều lần không sinh ra việc trùng.',
};
