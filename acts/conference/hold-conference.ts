import * as z from 'zod';
import { checkHeadcount, totalAttendance } from '../../domain/attendance.ts';
import {
  agendaOutcomeId,
  conferenceContentId,
  type AttendanceContent,
} from '../../domain/conference/conference-content.ts';
import { DomainError } from '../../domain/errors.ts';
import { defineAct } from '../act.ts';
import { checkTexts } from '../check-plan.ts';
import { commanded, yearOf } from '../on-strand.ts';
import { optionalNfc } from '../plan-content-schema.ts';
import { saveContent } from '../save-content.ts';
import { key, moment, ordinal } from '../year-file/fields.ts';
import { placedTexts } from '../year-file/texts-of-year-file.ts';
import { attendanceSchema } from './conference-schema.ts';
import { judgeConference, readConference, sendToConference } from './on-conference.ts';

const COUNTS = ['summoned', 'present', 'absentWithReason', 'absentWithoutReason'] as const;

// Each group adds up, and where there are groups, they add up to the whole.
const checkAttendance = (attendance: AttendanceContent): void => {
  checkHeadcount(attendance, '/attendance');
  if (attendance.groups.length === 0) return;
  const groups = attendance.groups.map(({ name, ...counts }) => ({ group: name, ...counts }));
  const total = totalAttendance(groups, '/attendance/groups');
  const wrong = COUNTS.find((count) => total[count] !== attendance[count]);
  if (wrong === undefined) return;
  throw new DomainError(
    'not-schema',
    'the groups do not add up to the whole',
    { given: attendance[wrong], expected: String(total[wrong]) },
    `/attendance/${wrong}`,
  );
};

/** Who came, by group; entered anew until the minutes are on their way. */
export const recordAttendance = defineAct({
  name: 'record-attendance',
  schema: z.strictObject({ conferenceId: key, attendance: attendanceSchema }),
  power: 'keepConference',
  async perform(deps, call) {
    const { conferenceId, attendance } = call.data;
    const found = await readConference(deps, call, conferenceId);
    checkTexts(deps, placedTexts({ attendance }));
    checkAttendance(attendance);
    const commandFor = (version: number) => ({
      ...commanded(call),
      type: 'recordAttendance' as const,
      version,
    });
    const id = conferenceContentId(yearOf(call), conferenceId);
    const last = await deps.stores.versions.latest(call.officeId, 'conference-attendance', id);
    const basedOn = last?.version ?? null;
    judgeConference(call, found, commandFor((basedOn ?? 0) + 1));
    const saved = await saveContent(deps, call, 'conference-attendance', id, basedOn, attendance);
    const command = judgeConference(call, found, commandFor(saved.version));
    return sendToConference(deps, call, found, command);
  },
});

/** A point of the programme is done; what came of it goes into the minutes. */
export const closeAgendaPoint = defineAct({
  name: 'close-agenda-point',
  schema: z.strictObject({ conferenceId: key, ordinal, outcome: optionalNfc }),
  power: 'keepConference',
  async perform(deps, call) {
    const { conferenceId, ordinal: point, outcome } = call.data;
    const found = await readConference(deps, call, conferenceId);
    const commandFor = (outcomeVersion: number | null) => ({
      ...commanded(call),
      type: 'closeAgendaPoint' as const,
      ordinal: point,
      outcomeVersion,
    });
    const judged = judgeConference(call, found, commandFor(null));
    if (outcome === null) return sendToConference(deps, call, found, judged);
    checkTexts(deps, placedTexts({ outcome }));
    const id = agendaOutcomeId(yearOf(call), conferenceId, point);
    const last = await deps.stores.versions.latest(call.officeId, 'agenda-outcome', id);
    const saved = await saveContent(deps, call, 'agenda-outcome', id, last?.version ?? null, {
      outcome,
    });
    const command = judgeConference(call, found, commandFor(saved.version));
    return sendToConference(deps, call, found, command);
  },
});

/** It took place, from when to when; not before its day. */
export const holdConference = defineAct({
  name: 'hold-conference',
  schema: z.strictObject({ conferenceId: key, startedAt: moment, endedAt: moment }),
  power: 'keepConference',
  async perform(deps, call) {
    const { conferenceId, startedAt, endedAt } = call.data;
    const found = await readConference(deps, call, conferenceId);
    const command = judgeConference(call, found, {
      ...commanded(call),
      type: 'holdConference' as const,
      startedAt,
      endedAt,
    });
    return sendToConference(deps, call, found, command);
  },
});
