import { describe, expect, test } from 'vitest';
import type { PlainPaperKind } from '../../domain/plain-paper.ts';
import type { PaperSource } from '../../domain/paper-source.ts';
import type { OfficeFacts } from '../../domain/office.ts';
import { paperOf } from '../../documents/paper-of.ts';
import { renderPaper } from '../../documents/render.ts';
import { cancellation, invitation, summons } from './conference-fixture.ts';
import { checkedOffice, quarterReport } from './check-fixture.ts';
import { correction, officeWithSuperior, plainPaper, recall } from './letter-fixture.ts';
import { canReadPdf, letters, readDocx, readPdfPages } from './paper-text.ts';
import { dating } from './registration-fixture.ts';
import { amendmentOf, office as summaryOffice } from './summary-fixture.ts';

const replaced = {
  paperId: 'invitation-2024-CONF-2024-v1',
  kind: 'Giấy mời',
  numberAndSymbol: '62/GM-ANNĐ',
  date: '2024-04-10',
  reason: 'Hội trường được dùng cho việc đột xuất',
} as const;
const replacing = (kind: PlainPaperKind, name: string): PaperSource => {
  const { content } = plainPaper(kind, 1);
  return { kind, content: { ...content, replaced: { ...replaced, kind: name } } };
};
const CASES: readonly (readonly [string, PaperSource, OfficeFacts, readonly string[]])[] = [
  [
    'corrects',
    correction(),
    officeWithSuperior,
    ['Ngày 17/4/2024', 'ban hành Biên bản số 66/BB-ANNĐ', 'đính chính như sau:'],
  ],
  [
    'recalls',
    recall(),
    officeWithSuperior,
    ['Ngày 17/4/2024', 'ban hành Biên bản số 66/BB-ANNĐ', 'thu hồi Biên bản số 66/BB-ANNĐ'],
  ],
  [
    'amends',
    amendmentOf(),
    summaryOffice,
    ['ban hành Kế hoạch số 15/KH-ANNĐ', 'điều chỉnh, bổ sung Kế hoạch như sau:'],
  ],
  [
    'replaces an invitation',
    invitation({ sequence: 1, replaced }),
    officeWithSuperior,
    [
      'Giấy mời này thay thế Giấy mời số 62/GM-ANNĐ ngày 10 tháng 4 năm 2024',
      'do Hội trường được dùng cho việc đột xuất',
    ],
  ],
  [
    'replaces a summons',
    summons({ sequence: 1, replaced: { ...replaced, kind: 'Thông báo' } }),
    officeWithSuperior,
    [
      'Thông báo này thay thế Thông báo số 62/GM-ANNĐ ngày 10 tháng 4 năm 2024',
      'do Hội trường được dùng cho việc đột xuất',
    ],
  ],
  [
    'replaces a notice',
    replacing('notice', 'Thông báo'),
    officeWithSuperior,
    [
      'Thông báo này thay thế Thông báo số 62/GM-ANNĐ ngày 10 tháng 4 năm 2024',
      'do Hội trường được dùng cho việc đột xuất',
    ],
  ],
  [
    'replaces a letter',
    replacing('letter', 'Công văn'),
    officeWithSuperior,
    ['Công văn này thay thế Công văn số 62/GM-ANNĐ ngày 10 tháng 4 năm 2024'],
  ],
  [
    'replaces a report',
    replacing('report', 'Báo cáo'),
    officeWithSuperior,
    ['Báo cáo này thay thế Báo cáo số 62/GM-ANNĐ ngày 10 tháng 4 năm 2024'],
  ],
  [
    'replaces the report of a quarter',
    {
      kind: 'quarter-report',
      content: { ...quarterReport, replaced: { ...replaced, kind: 'Báo cáo' } },
    },
    checkedOffice,
    ['Báo cáo này thay thế Báo cáo số 62/GM-ANNĐ ngày 10 tháng 4 năm 2024'],
  ],
  ['calls off', cancellation, officeWithSuperior, ['đã phát hành', 'không còn hiệu lực']],
];

describe.each(CASES)('a paper that %s another', (_, source, facts, said) => {
  test.runIf(canReadPdf)('says so, and which one, in both files', async () => {
    const { docx, pdf } = await renderPaper(paperOf(source, facts, dating('final')));
    for (const text of [readDocx(docx), readPdfPages(pdf).join('')]) {
      for (const words of said) {
        expect(letters(text).toLowerCase()).toContain(letters(words).toLowerCase());
      }
    }
  });
});
