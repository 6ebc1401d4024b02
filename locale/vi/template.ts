/** Words of the office's own templates of papers. */
export const template = {
  'template.title': 'Mẫu văn bản',
  'template.in-short': 'câu chữ, bố cục của từng loại văn bản',
  'template.about':
    'Mỗi loại văn bản được lập từ một mẫu. Đơn vị có thể sửa mẫu theo cách của mình; quốc hiệu, số ký hiệu, chữ ký và nơi nhận luôn phải có.',
  'template.kind': 'Loại văn bản',
  'template.made-from': 'Lập từ',
  'template.shipped': 'Mẫu gốc của chương trình',
  'template.own': 'Mẫu của đơn vị, phiên bản {version}, {by} cài lúc {when}',
  'template.of': 'Mẫu: {kind}',
  'template.when':
    'Mẫu cài từ bây giờ áp dụng cho các chu trình mở về sau. Chu trình đang chạy giữ mẫu lúc mở; văn bản đã phát hành không thay đổi.',
  'template.versions': 'Các phiên bản',
  'template.text': 'Nội dung mẫu',
  'template.text-hint':
    'Giữ nguyên những chỗ trong hai dấu ngoặc nhọn: đó là nơi điền dữ liệu. Để trở lại mẫu gốc, mở mẫu gốc trong “Các phiên bản” rồi cài đặt.',
  'template.preview': 'Xem thử',
  'template.install': 'Cài đặt mẫu này',
  'template.preview-title': 'Văn bản theo mẫu này',
  'template.preview-hint': 'Chỗ điền dữ liệu được thay bằng tên trường trong dấu « ».',
  'template.no-preview': 'Mẫu chưa dùng được: dòng {line}, chỗ {field}: {why}.',
  'template.problem.not-a-template': 'cú pháp không được phép',
  'template.problem.unknown-tag': 'thẻ không có trong bộ thẻ của văn bản',
  'template.problem.unknown-attribute': 'thuộc tính không dùng được cho thẻ này',
  'template.problem.misplaced-tag': 'thẻ đặt sai chỗ, thiếu thẻ mở hoặc thẻ đóng',
  'template.problem.unknown-field': 'loại văn bản này không có trường đó',
  'template.problem.unknown-helper': 'không có cách viết đó',
  'template.problem.missing-value': 'có văn bản không có nội dung này, chỗ đó sẽ bị trống',
  'template.problem.wrong-value': 'nội dung không dùng được ở chỗ này',
  'template.problem.letter-without-glyph': 'phông chữ không có ký tự này',
  'template.problem.missing-part': 'thiếu phần bắt buộc',
  'template.problem.too-long': 'mẫu quá dài',
} as const;
