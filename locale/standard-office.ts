/** What every new office begins with; it may change both lists. */

/** The six domains of Resolution 76/NQ-CP (2021-2030). */
export const STANDARD_DOMAINS = [
  { code: 'D1', ordinal: 1, official_name: 'Cải cách thể chế' },
  { code: 'D2', ordinal: 2, official_name: 'Cải cách thủ tục hành chính' },
  { code: 'D3', ordinal: 3, official_name: 'Cải cách tổ chức bộ máy hành chính nhà nước' },
  { code: 'D4', ordinal: 4, official_name: 'Cải cách chế độ công vụ' },
  { code: 'D5', ordinal: 5, official_name: 'Cải cách tài chính công' },
  { code: 'D6', ordinal: 6, official_name: 'Xây dựng, phát triển Chính phủ điện tử, Chính phủ số' },
] as const;

/** Bases with the days on which they are in force: a paper cites only what is in force on its day. */
export const STANDARD_LEGAL_BASES = [
  {
    ordinal: 1,
    citation:
      'Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030',
    in_force_from: '2021-07-15',
    in_force_to: null,
  },
  {
    ordinal: 2,
    citation:
      'Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư',
    in_force_from: '2020-03-05',
    in_force_to: null,
  },
] as const;
