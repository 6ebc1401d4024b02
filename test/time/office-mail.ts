// What officeDay mailed for an office, as one reads it: when, to whom, about what, and why today.
import { instantOf } from '../../domain/local-date.ts';
import type { TestOffice } from '../support/office-system.ts';
import { hoursAfter } from '../support/given.ts';
import type { TimeSkippingSystem } from '../support/time-skipping.ts';

type Office = Pick<TestOffice, 'officeId'>;

/** Every mail about what waits, in the order in which they came; one that came twice stands there twice. */
export const mailsOf = async (system: TimeSkippingSystem, { officeId }: Office) => {
  const notices = await system.stores.notices.list(officeId);
  return system.smtp.messages.flatMap(({ parsed, envelopeTo, receivedAt }) => {
    const notice = notices.find(({ notice_id }) => parsed.messageId === `<${notice_id}>`);
    if (!notice) return [];
    const { person_id: personId, kind, items } = notice;
    const at = instantOf(receivedAt.getTime());
    return [
      { at, to: envelopeTo, personId, kind, items, subject: parsed.subject, text: parsed.text },
    ];
  });
};

/** One line for each mail: `2035-12-11T07:30 P-03 digest: submit-plan new, number-paper -`. */
export const saidTo = async (
  system: TimeSkippingSystem,
  office: Office,
  personIds?: readonly string[],
): Promise<readonly string[]> =>
  (await mailsOf(system, office))
    .filter(({ personId }) => personIds?.includes(personId) ?? true)
    .map(({ at, personId, kind, items }) => {
      const about = items.map(({ what, rung }) => `${what} ${rung ?? '-'}`).toSorted();
      return `${at.slice(0, 16)} ${personId} ${kind}: ${about.join(', ')}`;
    })
    .toSorted();

/** Long enough for all that has fallen due to be written and mailed. */
export const letMailGo = (system: TimeSkippingSystem): Promise<void> =>
  system.sleepUntil(hoursAfter(system.now(), 0.2));
