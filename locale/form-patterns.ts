/** How the parts of a finished paper are told by their words (Decree 30/2020, Appendices I and III). */
const NATION = /^CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM$/iu;
const MOTTO = /^Độc lập\s*[-–—]\s*Tự do\s*[-–—]\s*Hạnh phúc\.?$/iu;

export const isNation = (text: string): boolean => NATION.test(text);
export const isMotto = (text: string): boolean => MOTTO.test(text);

export const isNumberLine = (text: string): boolean => /^Số\s*:|^Số\s+[\d.…\s]*\//u.test(text);

/** Number and groups of the symbol of "Số: 15/KH-ANNĐ"; number "": not given yet; null: not of this form. */
export const splitNumberLine = (
  text: string,
): { readonly number: string; readonly symbol: readonly string[] } | null => {
  const match = /^Số: ?([^/]*)\/(\S+)$/u.exec(text);
  if (!match) return null;
  const [, number = '', symbol = ''] = match;
  const isBlank = /^[\s.…]*$/u.test(number);
  if (!isBlank && !/^Số: \S+$/u.test(text)) return null;
  const groups = symbol.split('-');
  const isGroup = (group: string): boolean => /^\p{Lu}[\p{L}\d]*$/u.test(group);
  return groups.every(isGroup) ? { number: isBlank ? '' : number, symbol: groups } : null;
};

/** Abbreviations of Appendix III, section I, for the kinds that an office writes. */
export const KIND_SYMBOLS: Readonly<Record<string, string>> = {
  'NGHỊ QUYẾT': 'NQ',
  'QUYẾT ĐỊNH': 'QĐ',
  'CHỈ THỊ': 'CT',
  'QUY CHẾ': 'QC',
  'QUY ĐỊNH': 'QyĐ',
  'THÔNG CÁO': 'TC',
  'THÔNG BÁO': 'TB',
  'HƯỚNG DẪN': 'HD',
  'CHƯƠNG TRÌNH': 'CTr',
  'KẾ HOẠCH': 'KH',
  'PHƯƠNG ÁN': 'PA',
  'ĐỀ ÁN': 'ĐA',
  'DỰ ÁN': 'DA',
  'BÁO CÁO': 'BC',
  'BIÊN BẢN': 'BB',
  'TỜ TRÌNH': 'TTr',
  'GIẤY MỜI': 'GM',
  'PHIẾU CHUYỂN': 'PC',
};
export const PARTY_LETTER_SYMBOL = 'CV';

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
export const isBlankDate = (text: string): boolean => /ngày[\s.…]*tháng/iu.test(text);
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
  /^\(Kèm theo .+ số .*\/.+ ngày .*tháng .*năm .*của .+\)$/su.test(text);
export const namesAnnex = (text: string): boolean => /phụ lục|kèm theo/iu.test(text);
/** Of several annexes each is named by its number: "Phụ lục II", or among "các Phụ lục I, II". */
export const namesAnnexOf = (text: string, numeral: string): boolean =>
  [...text.matchAll(/phụ lục ((?:[IVXLC]+(?:, | và )?)+)/giu)].some(([, list = '']) =>
    list.split(/, | và /u).includes(numeral),
  );
/** Number and title of "Phần I", which may have its title on the same line; null: heads no part. */
export const splitPart = (
  text: string,
): { readonly number: string; readonly title: string } | null => {
  const [, number, title = ''] = /^(?:Phần|Chương)\s+([IVXLC]+)(?:\s+(.*))?$/su.exec(text) ?? [];
  return number ? { number, title: title.trim() } : null;
};
/** "II" of "II. MỤC TIÊU"; null: heads no section. */
export const splitSection = (text: string): string | null =>
  /^([IVXLC]+)\. /u.exec(text)?.[1] ?? null;
/** "1" of "Điều 1. …", with its full stop or without; null: begins no article. */
export const splitArticle = (
  text: string,
): { readonly number: string; readonly isEnded: boolean } | null => {
  const [, number, end] = /^Điều (\d+)([.:])?\s/iu.exec(text) ?? [];
  return number ? { number, isEnded: end === '.' && text.startsWith('Điều') } : null;
};
export const isMinutes = (text: string): boolean => /^BIÊN BẢN(?:\s|$)/iu.test(text);

const ORGAN =
  /^(?:BỘ|CHÍNH PHỦ|UBND|ỦY BAN|HỘI ĐỒNG|CÔNG AN|SỞ|PHÒNG|VĂN PHÒNG|BAN|CHI CỤC|CỤC|TRUNG TÂM|ĐỘI|HỘI|CÔNG ĐOÀN|ĐOÀN|CHI ĐOÀN|TRƯỜNG)\s/u;
/** Begins the name of an organ, so that a line above it names another one. */
export const beginsOrgan = (text: string): boolean => ORGAN.test(`${text} `.normalize('NFC'));

/** "KT." of "KT. TRƯỞNG PHÒNG". */
export const signingPower = (text: string): string | null =>
  /^(?:TM|Q|KT|TL|TUQ|T\/M|K\/T|T\/L)(?=[.\s])\.?/u.exec(text)?.[0] ?? null;
/** Those under which a second line names the post of who signs. */
export const POWERS_OF_TWO_LINES: readonly string[] = ['TM.', 'KT.', 'TL.', 'TUQ.'];
export const POWERS: readonly string[] = [...POWERS_OF_TWO_LINES, 'Q.'];
export const DEPUTY_POWER = 'KT.';
export const isDeputy = (text: string): boolean => /^PHÓ\s/iu.test(text);
const TITLES = /(?:^|[\s,])(?:GS|PGS|TS|ThS|CN|KS|BS)\.?\s|Tiến sĩ|Thạc sĩ|Giáo sư/u;
export const hasAcademicTitle = (text: string): boolean => TITLES.test(text);

/** How the decree writes what a finding asks for. */
export const FORM_EXAMPLES = {
  number: (symbol: string): string => `Số: 05/${symbol}`,
  placeDate: 'Nghệ An, ngày 05 tháng 02 năm 2024',
  addressees: 'Kính gửi: …',
  recipientsHead: 'Nơi nhận:',
  asAbove: '- Như trên;',
  archive: '- Lưu: VT, ….',
  article: 'Điều 1. …',
  annexReference: '(Kèm theo … số …/… ngày … tháng … năm … của …)',
} as const;

const ADDRESSEES = /^Kính gửi:\s*(.*)$/su;
/** What stands behind the colon; null: no colon. */
export const addressedTo = (text: string): string | null => ADDRESSEES.exec(text)?.[1] ?? null;

const BEFORE_PEN = /(?:^Số:|ngày|tháng|năm)\s*$/u;
/** Behind it a pen fills in a number or a day, so that a gap does not part the line. */
export const leavesRoomForPen = (text: string): boolean => BEFORE_PEN.test(text);
