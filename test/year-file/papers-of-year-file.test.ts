import { describe, expect, it } from 'vitest';
import { papersOfYearFile } from '../../acts/year-file/papers-of-year-file.ts';
import { readValue, referenceYear, summaryYear } from './reference-year.ts';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests bend the file at will
type Year = any;

const papersOf = (year: Year) => papersOfYearFile(readValue(year));

const rolesOf = (year: Year): Record<string, string> =>
  Object.fromEntries(
    papersOf(year).papers.map(({ id, role, quarter }) => [id, [role, quarter].join(' ').trim()]),
  );

const assumedOf = (year: Year): Record<string, string> =>
  Object.fromEntries(
    papersOf(year).assumed.map(({ path, assumed }) => [
      year.documents[Number(path.split('/').at(-1))].id,
      assumed,
    ]),
  );

const notice = (id: string, number: number, issuedOn: string, subject: string) => ({
  id,
  type: 'Thông báo',
  typeAbbreviation: 'TB',
  number,
  numberDisplay: `${String(number)}/TB-ANNĐ`,
  issuedOn,
  subject,
  signerId: 'P-01',
});

const withPapers = (...papers: object[]): Year => {
  const year = referenceYear();
  year.documents.push(...papers);
  return year;
};

const paperOf = (year: Year, id: string): Year =>
  year.documents.find((paper: Year) => paper.id === id);

describe('the papers of the year 2024', () => {
  it('are each something in their year', () => {
    expect(rolesOf(referenceYear())).toEqual({
      'DOC-KH': 'plan',
      'DOC-TB-DK': 'registration-opening',
      'DOC-TB-PD': 'registration-result',
      'DOC-BC-Q1': 'quarter-report Q1',
      'DOC-GM': 'invitation',
      'DOC-VOID': 'void',
      'DOC-CTR': 'programme',
      'DOC-BB': 'minutes',
      'DOC-GU': 'pledge',
      'DOC-PC-1': 'transfer-slip',
      'DOC-PC-2': 'transfer-slip',
      'DOC-DC': 'correction',
      'DOC-BC-Q2': 'quarter-report Q2',
      'DOC-KH-DC': 'plan-amendment',
      'DOC-BC-Q3': 'quarter-report Q3',
      'DOC-BC-NAM': 'year-report Q4',
    });
  });

  it('are assumed to be so only where nothing refers to them', () => {
    expect(papersOf(referenceYear()).assumed).toEqual([
      {
        path: '/documents/1',
        assumed: 'registration-opening',
        because: 'its subject speaks of it, and its date fits',
      },
      { path: '/documents/4', assumed: 'invitation', because: 'its type' },
    ]);
  });
});

describe('the papers of the year 2022', () => {
  it('are each something in their year, two of them nothing that we know', () => {
    expect(rolesOf(summaryYear())).toEqual({
      'DOC-TB-DK': 'registration-opening',
      'DOC-TB-KQ': 'registration-result',
      'DOC-GM': 'invitation',
      'DOC-TB-TT': 'summons',
      'DOC-CTR': 'programme',
      'DOC-BB': 'minutes',
      'DOC-CK': 'pledge',
      'DOC-TB-KL': 'conclusion',
      'DOC-TTR': 'submission',
      'DOC-CV-GY': 'other',
      'DOC-KH': 'plan',
      'DOC-BC-Q1': 'quarter-report Q1',
      'DOC-BC-Q2': 'quarter-report Q2',
      'DOC-KH-DC': 'plan-amendment',
      'DOC-VOID': 'void',
      'DOC-BC-Q3': 'quarter-report Q3',
      'DOC-TB-CB': 'other',
      'DOC-BC-NAM': 'year-report Q4',
    });
  });

  it('are assumed to be so only where nothing refers to them', () => {
    expect(assumedOf(summaryYear())).toEqual({
      'DOC-TB-DK': 'registration-opening',
      'DOC-GM': 'invitation',
      'DOC-TB-TT': 'summons',
      'DOC-TB-KL': 'conclusion',
      'DOC-CV-GY': 'other',
      'DOC-TB-CB': 'other',
    });
  });
});

describe('of the notices about registration', () => {
  it('the one nearest to the opening opens it, and the other is said to be passed over', () => {
    const year = withPapers(
      notice('DOC-TB-2', 22, '2024-01-18', 'Đăng ký bổ sung nhiệm vụ cải cách hành chính'),
    );
    expect(rolesOf(year)).toMatchObject({
      'DOC-TB-DK': 'registration-opening',
      'DOC-TB-2': 'other',
    });
    const { assumed } = papersOf(year);
    expect(assumed.map(({ path, because }) => [path, because])).toEqual([
      ['/documents/1', 'of 2 papers that could be it, issued nearest to 2024-01-16'],
      ['/documents/4', 'its type'],
      ['/documents/16', 'DOC-TB-DK is taken to be the registration-opening'],
    ]);
  });

  it('none need open it', () => {
    const year = referenceYear();
    year.documents.splice(1, 1);
    expect(Object.values(rolesOf(year))).not.toContain('registration-opening');
  });

  it('an official letter may open it', () => {
    const year = referenceYear();
    Object.assign(year.documents[1], { type: 'Công văn', subject: 'V/v đăng ký nhiệm vụ CCHC' });
    expect(rolesOf(year)['DOC-TB-DK']).toBe('registration-opening');
  });

  it('the result is the one nearest to the approval, where the approval names none', () => {
    const year = withPapers(
      notice('DOC-TB-2', 40, '2024-03-05', 'Kết quả phê duyệt đăng ký bổ sung nhiệm vụ'),
    );
    delete year.approvals[1].documentId;
    expect(assumedOf(year)).toMatchObject({
      'DOC-TB-PD': 'registration-result',
      'DOC-TB-2': 'other',
    });
  });

  it('no second one is the result, where the approval names the first', () => {
    const year = withPapers(
      notice('DOC-TB-2', 40, '2024-02-26', 'Kết quả phê duyệt đăng ký nhiệm vụ'),
    );
    expect(rolesOf(year)).toMatchObject({
      'DOC-TB-PD': 'registration-result',
      'DOC-TB-2': 'other',
    });
  });

  it('the paper of an approval that is not of registrations is no result', () => {
    const year = withPapers(notice('DOC-TB-2', 40, '2024-01-15', 'Giao nhiệm vụ năm 2024'));
    year.approvals[0].documentId = 'DOC-TB-2';
    expect(assumedOf(year)).toMatchObject({ 'DOC-TB-2': 'other' });
  });
});

describe('of the papers about the conference', () => {
  it('a notice before it summons, though it does not say so; the first after it concludes', () => {
    const year = withPapers(
      notice('TB-1', 61, '2024-04-09', 'Tổ chức Lễ phát động phong trào thi đua'),
      notice('TB-2', 68, '2024-04-19', 'Kết luận của Trưởng phòng tại Lễ phát động'),
      notice('TB-3', 90, '2024-05-20', 'Kết luận về việc thực hiện ý kiến đối thoại'),
      notice('TB-4', 104, '2024-06-20', 'Kết luận kiểm tra quý II năm 2024'),
    );
    expect(assumedOf(year)).toMatchObject({
      'TB-1': 'summons',
      'TB-2': 'conclusion',
      'TB-3': 'other',
      'TB-4': 'other',
    });
  });

  it('an invitation that replaces another is an invitation', () => {
    const year = referenceYear();
    year.documents.push({
      ...paperOf(year, 'DOC-GM'),
      id: 'DOC-GM-2',
      number: 64,
      numberDisplay: '64/GM-ANNĐ',
      issuedOn: '2024-04-12',
      amends: 'DOC-GM',
    });
    expect(assumedOf(year)).toMatchObject({ 'DOC-GM': 'invitation', 'DOC-GM-2': 'invitation' });
  });

  it('a programme of nothing is a programme by its type', () => {
    const year = referenceYear();
    delete paperOf(year, 'DOC-CTR').attachedTo;
    expect(assumedOf(year)).toMatchObject({ 'DOC-CTR': 'programme' });
  });

  it('a recall is a recall, whatever is recalled', () => {
    const year = withPapers(
      notice('TB-1', 64, '2024-04-11', 'Thu hồi Giấy mời số 62/GM-ANNĐ và triệu tập lại'),
    );
    expect(assumedOf(year)).toMatchObject({ 'TB-1': 'recall' });
  });

  it('minutes of something else are nothing that we know', () => {
    const year = withPapers({ ...notice('BB-1', 30, '2024-03-14', 'Kiểm tra'), type: 'Biên bản' });
    expect(assumedOf(year)).toMatchObject({ 'BB-1': 'other' });
  });
});

describe('a paper in which a question goes up', () => {
  const escalatedBy = (type: string) => {
    const year = referenceYear();
    paperOf(year, 'DOC-PC-1').type = type;
    paperOf(year, 'DOC-PC-2').type = type;
    year.dialogue.questions[1].escalation.toSuperiorIds = ['SUP-LDCAT'];
    return year;
  };

  it.each([
    ['Tờ trình', 'submission', 'submission'],
    ['Báo cáo đề xuất', 'submission', 'submission'],
    ['Phiếu chuyển', 'transfer-slip', 'transfer-slip'],
  ])('a %s, is so by its type', (type, toLeaders, toUnit) => {
    const year = escalatedBy(type);
    expect(rolesOf(year)).toMatchObject({ 'DOC-PC-1': toLeaders, 'DOC-PC-2': toUnit });
    expect(Object.keys(assumedOf(year))).not.toContain('DOC-PC-1');
  });

  it('as a letter is a submission to leaders above, and a slip to a specialised unit', () => {
    expect(assumedOf(escalatedBy('Công văn'))).toMatchObject({
      'DOC-PC-1': 'submission',
      'DOC-PC-2': 'transfer-slip',
    });
  });
});

describe('a paper that nothing refers to', () => {
  it.each([
    ['Tờ trình', 'Đề nghị khen thưởng', 'submission'],
    ['Phiếu chuyển', 'Chuyển đơn', 'transfer-slip'],
    ['Bản cam kết', 'Của Đội công tác số 1', 'pledge'],
    ['Giao ước thi đua', 'Giữa các đội', 'pledge'],
    ['Giấy triệu tập', 'Dự họp', 'summons'],
    ['Công văn', 'V/v đính chính Kế hoạch', 'correction'],
    ['Kế hoạch', 'Điều chỉnh Kế hoạch số 15/KH-ANNĐ', 'plan-amendment'],
    ['Kế hoạch', 'Kiểm tra công tác văn thư', 'other'],
    ['Báo cáo', 'Tổng kết công tác cải cách hành chính năm 2023', 'other'],
    ['Báo cáo', 'Kết quả công tác cải cách hành chính quý I năm 2024', 'other'],
    ['Quyết định', 'Thu hồi văn bản', 'recall'],
    ['Quyết định', 'Thành lập tổ kiểm tra', 'other'],
    ['Thông báocáo', 'Đăng ký', 'other'],
  ])('a %s "%s", is taken to be: %s', (type, subject, role) => {
    const year = withPapers({ ...notice('X', 300, '2024-12-20', subject), type });
    expect(assumedOf(year)).toMatchObject({ X: role });
  });

  it.each([
    ['Kết quả công tác cải cách hành chính quý I năm 2024', 'quarter-report Q1'],
    ['Kết quả quý 3', 'quarter-report Q3'],
    ['Kết quả quý IV và cả năm', 'quarter-report Q4'],
    ['Kết quả quý V', 'other'],
    ['Tổng kết công tác cải cách hành chính năm 2024', 'year-report'],
    ['Tổng kết công tác cải cách hành chính năm 2023', 'other'],
  ])('a report "%s", in a file without results, is taken to be: %s', (subject, role) => {
    const year = withPapers({ ...notice('X', 300, '2024-12-20', subject), type: 'Báo cáo' });
    delete year.quarterChecks;
    delete year.yearSummary;
    expect(rolesOf(year)['X']).toBe(role);
  });

  it('is not asked after where a file holds no papers', () => {
    const year = referenceYear();
    delete year.documents;
    expect(papersOf(year)).toEqual({ papers: [], assumed: [] });
  });
});
