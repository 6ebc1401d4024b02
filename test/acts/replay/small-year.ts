import { readFileSync } from 'node:fs';

/** Papers of the example that the small year keeps. */
const KEPT: readonly string[] = ['DOC-KH', 'DOC-BB', 'DOC-PC-1', 'DOC-PC-2'];

const paper = (id: string, type: string, number: number, display: string, issuedOn: string) => ({
  id,
  type,
  typeAbbreviation: type === 'Báo cáo' ? 'BC' : '',
  number,
  numberDisplay: display,
  issuedOn,
  subject: `V/v việc số ${String(number)}`,
  signerId: 'P-01',
});

/**
 * The year 2024 with its plan, conference and dialogue alone. Of its questions one is answered after its
 * day, two never; one is merged into a merged one; a report and a letter signed TL. went out as well.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each test changes another place of the file
export const smallYear = (officeId: string, change: (file: any) => void = () => undefined) => {
  const text = readFileSync(new URL('../../../examples/2024.json', import.meta.url), 'utf8');
  const file = JSON.parse(text.replaceAll('U-ANND', officeId));
  for (const part of ['registrations', 'commitments', 'quarterChecks', 'yearSummary']) {
    delete file[part];
  }
  file.approvals = file.approvals.slice(0, 1);
  file.plan.adjustments = [];
  delete file.plan.registeredTaskCount;
  const { questions } = file.dialogue;
  const named = { ...questions[3], answer: undefined, actionOwnerOrgUnitId: undefined };
  questions[1].escalation.repliedOn = '2024-06-03';
  questions.push(
    { ...questions[5], id: 'CH-7', mergedIntoId: 'CH-6' },
    {
      ...named,
      id: 'CH-8',
      dueOn: undefined,
      status: 'ESCALATED',
      answer: 'Kiến nghị chính đáng; Phòng báo cáo cấp trên.',
      escalation: {
        documentId: 'DOC-BC-KN',
        toSuperiorIds: ['SUP-LDCAT'],
        sentOn: '2024-04-24',
        dueOn: '2024-05-24',
        status: 'OVERDUE',
        repliedOn: null,
        reply: null,
      },
    },
  );
  file.documents = [
    ...file.documents.filter(({ id }: { id: string }) => KEPT.includes(id)),
    paper('DOC-BC-KN', 'Báo cáo', 72, '72/BC-ANNĐ', '2024-04-24'),
    {
      ...paper('DOC-CV', 'Công văn', 73, '73/ANNĐ-TH', '2024-04-25'),
      signerId: 'P-03',
      signingCapacity: 'TL.',
    },
  ];
  change(file);
  return Buffer.from(JSON.stringify(file));
};
