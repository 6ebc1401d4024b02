// Words that no line of a paper parts from the figure beside them. Not among the words that an approval
// binds: they print nothing.

/** Before a figure: "ngày 17", "số 15/KH", "Quý II". */
export const WORDS_BEFORE_FIGURES = [
  'ngày',
  'tháng',
  'năm',
  'quý',
  'số',
  'lần',
  'điều',
  'khoản',
  'điểm',
  'mục',
  'phụ lục',
] as const;

/** Behind a figure: what is counted or measured. */
export const UNITS_OF_FIGURES = [
  '%',
  'giờ',
  'phút',
  'ngày',
  'tháng',
  'năm',
  'điểm',
  'bản',
  'văn bản',
  'trang',
  'lần',
  'lượt',
  'đồng',
  'triệu',
  'tỷ',
  'người',
  'đồng chí',
  'đơn vị',
  'tập thể',
  'cá nhân',
  'nhiệm vụ',
  'chỉ tiêu',
] as const;
