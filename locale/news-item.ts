import type { NewsFacts, NewsTask } from '../domain/conference/news-item.ts';
import { formatCount, formatNumber, formatShortDate } from './papers.ts';
import { REPLAY_WORDS } from './replay.ts';
import { lowerFirst, upperFirst } from './vietnamese.ts';

const WORK = 'cải cách hành chính';
const DAYS = { morning: 'Sáng', afternoon: 'Chiều' } as const;

const withoutEnd = (text: string): string => text.trim().replace(/[\s.;,]+$/u, '');
const sentence = (text: string): string => `${upperFirst(withoutEnd(text))}.`;
const joined = (parts: readonly (string | null)[]): readonly string[] => {
  const said = parts.filter((part) => part !== null);
  return said.length === 0 ? [] : [said.join(' ')];
};

/** "Phòng … tổ chức Hội nghị …". */
const titleOf = ({ conference: { host, name } }: NewsFacts): string =>
  `${withoutEnd(host)} tổ chức ${withoutEnd(name)}`;

const leadOf = ({ conference, officeName, parentName }: NewsFacts): string => {
  const { session, date, place, link, name } = conference;
  const host = withoutEnd(conference.host);
  const day = `${session === null ? 'Ngày' : DAYS[session]} ${formatShortDate(date)}`;
  const organiser = host === officeName ? `${host}, ${parentName}` : host;
  const online = link === null ? '' : ', có kết nối trực tuyến';
  return `${day}, ${organiser} tổ chức ${withoutEnd(name)} tại ${withoutEnd(place)}${online}.`;
};

const attendedBy = ({ attendance, conference }: NewsFacts): string | null => {
  const guests = attendance?.guests ?? conference.guestsText;
  const own = attendance ? `${formatCount(attendance.present)} cán bộ, chiến sĩ của đơn vị` : null;
  const all = [guests === null ? null : withoutEnd(guests), own].filter((part) => part !== null);
  return all.length === 0 ? null : `Dự hội nghị có ${all.join('; ')}.`;
};

const chairedBy = ({ chair }: NewsFacts): string =>
  `Đồng chí ${chair.name}, ${chair.position} chủ trì hội nghị.`;

const launchOf = ({ conference, year }: NewsFacts): string | null => {
  const { launchedBy, inResponseTo, opensYear } = conference;
  const answered = inResponseTo === null ? null : `Hưởng ứng ${withoutEnd(inResponseTo)}`;
  if (launchedBy === null) return answered && `${answered}.`;
  const movement = `đã phát động phong trào thi đua ${WORK} năm ${String(opensYear ?? year)}`;
  return `${answered === null ? '' : `${answered}, `}${withoutEnd(launchedBy)} ${movement}.`;
};

const agendaOf = ({ conference: { agenda } }: NewsFacts): string | null =>
  agenda.length === 0
    ? null
    : `Hội nghị gồm các nội dung: ${agenda.map(({ title }) => withoutEnd(title)).join('; ')}.`;

// A point that only went by the programme is no news.
const courseOf = ({ minutes }: NewsFacts): readonly string[] =>
  minutes.course
    .filter(({ text }) => withoutEnd(text) !== withoutEnd(REPLAY_WORDS.course))
    .map(({ title, text }) => `${sentence(title)} ${sentence(text)}`);

const indicatorIn = ({ indicator }: NewsTask): string => {
  if (indicator === null) return '';
  const unit = indicator.unit.trim() === '%' ? '%' : ` ${indicator.unit.trim()}`;
  return `; ${lowerFirst(withoutEnd(indicator.name))}: ${formatNumber(indicator.target)}${unit}`;
};

const taskLines = ({ tasks }: NewsFacts): readonly string[] =>
  tasks.map(
    (task, index) =>
      `- ${upperFirst(withoutEnd(task.title))} (${task.unitName} chủ trì${indicatorIn(task)})${index === tasks.length - 1 ? '.' : ';'}`,
  );

const registeredTasks = ({ conference, tasks }: NewsFacts): string =>
  `Tại hội nghị, ${withoutEnd(conference.host)} đăng ký thực hiện ${formatCount(tasks.length)} nhiệm vụ:`;

const focalTasks = ({ plan, tasks }: NewsFacts): string => {
  const isFocal = plan?.focalTaskCount === tasks.length;
  const goal = plan?.qualityGoal ? `, với mục tiêu ${withoutEnd(plan.qualityGoal)}` : '';
  const domains = plan?.domainNames ?? [];
  const on = domains.length === 0 ? '' : ` trên các lĩnh vực: ${domains.join('; ')}`;
  return `Đơn vị tập trung thực hiện ${formatCount(tasks.length)} nhiệm vụ${isFocal ? ' trọng tâm' : ''}${goal}${on}. Cụ thể:`;
};

const tasksOf = (facts: NewsFacts): readonly string[] => {
  const { plan, tasks, areRegistered } = facts;
  const priority = plan?.priorityStatement
    ? [`Đơn vị xác định ${withoutEnd(plan.priorityStatement)}.`]
    : [];
  if (tasks.length === 0) return priority;
  const opening = areRegistered ? registeredTasks(facts) : focalTasks(facts);
  return [...priority, opening, ...taskLines(facts)];
};

const signingOf = ({ minutes, pledgeTitles, conference }: NewsFacts): readonly string[] => {
  const signed =
    minutes.signing ??
    (pledgeTitles.length === 0 ? null : `Các đơn vị ký ${pledgeTitles.map(withoutEnd).join('; ')}`);
  if (signed === null) return [];
  const { witnesses } = conference;
  const before =
    witnesses === null ? null : `Lễ ký diễn ra trước sự chứng kiến của ${withoutEnd(witnesses)}.`;
  return joined([before, sentence(signed)]);
};

const countsIn = (dialogue: NonNullable<NewsFacts['dialogue']>): string => {
  const { asked, answered, inWriting, merged, escalated, passedUpTo } = dialogue;
  const parts = [
    [answered, 'được trả lời ngay'],
    [inWriting, 'được trả lời bằng văn bản'],
    [merged, 'được gộp do cùng nội dung'],
    [escalated, `được đề xuất ${passedUpTo.join(', ')} xem xét, giải quyết`],
  ] as const;
  const how = parts
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${formatCount(count)} ý kiến ${words}`);
  const all = `Tại phần đối thoại, ${formatCount(asked)} ý kiến, kiến nghị được nêu`;
  return how.length === 0 ? `${all}.` : `${all}, trong đó ${how.join('; ')}.`;
};

const dialogueOf = ({ dialogue, minutes }: NewsFacts): readonly string[] =>
  joined([
    dialogue && countsIn(dialogue),
    minutes.questions === null ? null : sentence(minutes.questions),
  ]);

const conclusionOf = ({ minutes, chair }: NewsFacts): string =>
  `Kết luận hội nghị, đồng chí ${chair.name}, ${chair.position} nêu rõ: ${sentence(minutes.conclusion)}`;

/**
 * The news item as the office may take it over or put it otherwise: title, paragraphs and the captions of
 * the pictures, from the minutes and what else the year knows by then.
 */
export const composeNews = (facts: NewsFacts) => ({
  subject: titleOf(facts),
  paragraphs: [
    leadOf(facts),
    ...joined([chairedBy(facts), attendedBy(facts), agendaOf(facts)]),
    ...joined([
      launchOf(facts),
      facts.conference.context === null ? null : sentence(facts.conference.context),
    ]),
    ...courseOf(facts),
    ...tasksOf(facts),
    ...signingOf(facts),
    ...dialogueOf(facts),
    conclusionOf(facts),
  ],
  captions: facts.captions.map(withoutEnd),
});
