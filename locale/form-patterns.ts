/** How the parts of a finished paper are told by their words (Decree 30/2020, Appendices I and III). */
const NATION = /^CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM$/iu;
const MOTTO = /^Độc lập\s*[-–—]\s*Tự do\s*[-–—]\s*Hạnh phúc\.?$/iu;

export const isNation = (text: string): boolean => NATION.test(text);
export const isMotto = (text: string): boolean => MOTTO.test(text);

/** "Số: …": what stands behind it, or null. */
export const numberLine = (text: string): string | null =>
  /^Số\s*:?\s*(.*)$/su.exec(text)?.[1] ?? null;
export const isNumberLine = (text: string): boolean => /^Số\s*:|^Số\s+[\d.…\s]*\//u.test(text);
export const isRightNumberStart = (text: string): boolean => text.startsWith('Số: ');

export const isPlaceDate = (text: string): boolean =>
  /ngày[\s\d.…]+tháng[\s\d.…]+năm/iu.test(text) && text.length < 90;

/** Place, day, month and year of "Nghệ An, ngày 05 tháng 01 năm 2024"; null: not of this form. */
export const splitPlaceDate = (
  text: string,
): { readonly day: string; readonly month: string; readonly year: string } | null => {
  const match = /^\p{Lu}[^,]*, ngày ([^ ]+) tháng ([^ ]+) năm ([^ ]+)$/u.exec(text);
  const [, day, month, year] = match ?? [];
  return day && month && year ? { day, month, year } : null;
};

export const isLetterSubject = (text: string): boolean => /^V\/v\b/iu.test(text);
export const isAddressees = (text: string): boolean => /^Kính gửi\b/iu.test(text);
export const isRecipientsHead = (text: string): boolean => /^Nơi nhận\s*:?/iu.test(text);
export const isArchiveLine = (text: string): boolean => /^-\s*Lưu\b/iu.test(text);
export const isRightArchiveLine = (text: string): boolean => /^- Lưu: \S.*\.$/su.test(text);
export const isAsAbove = (text: string): boolean =>
  /^- Như (?:trên|kính gửi|Điều \d+)/iu.test(text);
export const isBasis = (text: string): boolean =>
  /^(?:Căn cứ|Thực hiện|Theo|Xét|Trên cơ sở)\s/u.test(text);
export const isLegalBasis = (text: string): boolean => /^Căn cứ\s/u.test(text);
export const isAnnexMark = (text: string): boolean => /^phụ lục(?: [IVXLC]+| \d+)?$/iu.test(text);
export const annexNumeral = (text: string): string | null =>
  /^phụ lục (\S+)$/iu.exec(text)?.[1] ?? null;
export const isAnnexReference = (text: string): boolean =>
  /^\(?\s*(?:Ban hành )?kèm theo/iu.test(text);
export const isWholeAnnexReference = (text: string): boolean =>
  /^\(Kèm theo .+ số .*\/.+ ngày .+ tháng .+ năm .+ của .+\)$/su.test(text);
export const namesAnnex = (text: string): boolean => /phụ lục|kèm theo/iu.test(text);
export const isMinutes = (text: string): boolean => /^BIÊN BẢN/iu.test(text);
export const hasPageNote = (text: string): boolean => /BẢN LÀM VIỆC/u.test(text);

const ORGAN =
  /^(?:BỘ|CHÍNH PHỦ|UBND|ỦY BAN|HỘI ĐỒNG|CÔNG AN|SỞ|PHÒNG|VĂN PHÒNG|BAN|CHI CỤC|CỤC|TRUNG TÂM|ĐỘI|HỘI|CÔNG ĐOÀN|ĐOÀN|CHI ĐOÀN|TRƯỜNG|TỈNH|HUYỆN)\b/u;
/** Begins the name of an organ, so that a line above it names another one. */
export const beginsOrgan = (text: string): boolean => ORGAN.test(`${text} `.normalize('NFC'));

/** "KT." of "KT. TRƯỞNG PHÒNG". */
export const signingPower = (text: string): string | null =>
  /^(TM|Q|KT|TL|TUQ|T\/M|K\/T|T\/L)\b\.?/u.exec(text)?.[0] ?? null;
export const SIGNING_POWERS = {
  withTwoLines: ['TM.', 'KT.', 'TL.', 'TUQ.'],
  withOneLine: ['Q.'],
} as const;
export const isDeputy = (text: string): boolean => /^PHÓ\s/iu.test(text);
const TITLES = /(?:^|[\s,])(?:GS|PGS|TS|ThS|CN|KS|BS)\.?\s|Tiến sĩ|Thạc sĩ|Giáo sư/u;
export const hasAcademicTitle = (text: string): boolean => TITLES.test(text);
