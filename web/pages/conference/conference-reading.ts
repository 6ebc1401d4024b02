import type { ConferenceState } from '../../../domain/conference/conference.ts';
import {
  agendaOutcomeId,
  conferenceContentId,
  type AttendanceContent,
  type ConferenceContent,
  type ConferencePhotos,
  type MinutesText,
} from '../../../domain/conference/conference-content.ts';
import { yearStrandId } from '../../../workflows/contract.ts';
import type { VersionRow } from '../../../adapters/database/versions.ts';
import type { WebContext } from '../../environment.ts';
import { userOn } from '../../signed-in.ts';
import { pathOfCycle, readRunningCycle, type RunningCycle } from '../cycle/cycle-reading.ts';

export interface ConferenceView {
  readonly cycle: RunningCycle;
  readonly id: string;
  readonly state: ConferenceState;
  readonly content: ConferenceContent;
  /** The newest version, which a change is based on. */
  readonly version: number;
}

export const pathOfConferences = (year: number): string => `${pathOfCycle(year)}/conferences`;
export const pathOfConference = ({ cycle, id }: Pick<ConferenceView, 'cycle' | 'id'>): string =>
  `${pathOfConferences(cycle.year)}/${id}`;

interface ContentKinds {
  conference: ConferenceContent;
  'conference-attendance': AttendanceContent;
  'conference-minutes': MinutesText;
  'conference-photos': ConferencePhotos;
  'agenda-outcome': { readonly outcome: string };
}

const parsed = <K extends keyof ContentKinds>(
  _: K,
  row: { readonly text: string },
): ContentKinds[K] =>
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- written by acts/conference/, from a checked content
  JSON.parse(row.text) as ContentKinds[K];

const latest = (c: WebContext, kind: VersionRow['kind'], id: string) =>
  c.get('deps').acts.stores.versions.latest(userOn(c).officeId, kind, id);

/** null: the year has no such conference. */
const findConference = async (
  c: WebContext,
  cycle: RunningCycle,
  id: string,
): Promise<ConferenceView | null> => {
  const { stores } = c.get('deps').acts;
  const { officeId } = userOn(c);
  const workflowId = yearStrandId(officeId, cycle.year, { kind: 'conference', id });
  const strand = await stores.strands.find(officeId, workflowId, 'conference');
  if (!strand) return null;
  const { state } = strand;
  const contentId = conferenceContentId(cycle.year, id);
  const [row, newest] = await Promise.all([
    stores.versions.find(officeId, 'conference', contentId, state.contentVersion),
    latest(c, 'conference', contentId),
  ]);
  if (!row) throw new Error(`the plan of ${id} is missing`);
  return {
    cycle,
    id,
    state,
    content: parsed('conference', row),
    version: newest?.version ?? row.version,
  };
};

export const readConference = async (c: WebContext): Promise<ConferenceView | null> =>
  findConference(c, await readRunningCycle(c), c.req.param('conference') ?? '');

/** In the order in which they were planned. */
export const listConferences = async (
  c: WebContext,
  cycle: RunningCycle,
): Promise<readonly ConferenceView[]> => {
  const ids = cycle.state.strands.flatMap(({ strand }) =>
    strand.kind === 'conference' ? [strand.id] : [],
  );
  const found = await Promise.all(ids.map((id) => findConference(c, cycle, id)));
  return found.flatMap((view) => view ?? []);
};

export interface RecordedDay {
  readonly attendance: AttendanceContent | null;
  readonly minutes: { readonly text: MinutesText; readonly version: number } | null;
  /** By the point's ordinal. */
  readonly outcomes: ReadonlyMap<number, string>;
}

const readOutcome = async (
  c: WebContext,
  { cycle, id }: ConferenceView,
  { ordinal, outcomeVersion }: ConferenceState['closedPoints'][number],
): Promise<readonly [number, string] | null> => {
  if (outcomeVersion === null) return null;
  const { stores } = c.get('deps').acts;
  const outcomeId = agendaOutcomeId(cycle.year, id, ordinal);
  const row = await stores.versions.find(
    userOn(c).officeId,
    'agenda-outcome',
    outcomeId,
    outcomeVersion,
  );
  return row ? [ordinal, parsed('agenda-outcome', row).outcome] : null;
};

/** What has been recorded of its day so far. */
export const readRecordedDay = async (
  c: WebContext,
  view: ConferenceView,
): Promise<RecordedDay> => {
  const contentId = conferenceContentId(view.cycle.year, view.id);
  const [attendance, minutes, outcomes] = await Promise.all([
    latest(c, 'conference-attendance', contentId),
    latest(c, 'conference-minutes', contentId),
    Promise.all(view.state.closedPoints.map((point) => readOutcome(c, view, point))),
  ]);
  return {
    attendance: attendance ? parsed('conference-attendance', attendance) : null,
    minutes: minutes
      ? { text: parsed('conference-minutes', minutes), version: minutes.version }
      : null,
    outcomes: new Map(outcomes.flatMap((outcome) => (outcome ? [outcome] : []))),
  };
};

export const readPhotos = async (
  c: WebContext,
  { cycle, id }: ConferenceView,
): Promise<ConferencePhotos['photos']> => {
  const row = await latest(c, 'conference-photos', conferenceContentId(cycle.year, id));
  return row ? parsed('conference-photos', row).photos : [];
};
