// What officeDay mailed for an office, as one reads it: when, to whom, about what, and why today.
import { instantOf, type LocalDate } from '../../domain/local-date.ts';
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

type OfficeMail = Awaited<ReturnType<typeof mailsOf>>[number];

// What is told at once goes when the machine gets to it: the hour is enough.
const whenOf = ({ at }: OfficeMail): string =>
  at.slice(11, 16) === '07:30' ? at.slice(0, 16) : `${at.slice(0, 13)}:..`;

/** Every mail about what waits as its reader has it, with stable names for office and links. */
export const mailsAsText = async (
  system: TimeSkippingSystem,
  office: Office,
  on: LocalDate,
): Promise<string> => {
  const tokens = new Map<string, string>();
  const stable = (text: string) =>
    text.replaceAll(office.officeId, 'OFFICE').replace(/\/d\/([\w-]+)/g, (_link, token: string) => {
      const name = tokens.get(token) ?? `link-${String(tokens.size + 1)}`;
      tokens.set(token, name);
      return `/d/${name}`;
    });
  const { people } = await system.stores.factsOn(office.officeId, on);
  const nameOf = new Map(
    people.map(({ id, fullName, position }) => [id, `${fullName}, ${position}`]),
  );
  const keyOf = (mail: OfficeMail) =>
    `${whenOf(mail)} ${mail.personId} ${mail.subject ?? ''}`.replace(':..', '');
  return (await mailsOf(system, office))
    .toSorted((left, right) => keyOf(left).localeCompare(keyOf(right)))
    .map((mail) => {
      const { to, personId, subject = '', text = '' } = mail;
      const reader = `${to.join(', ')} (${nameOf.get(personId) ?? ''})`;
      const head = [`${whenOf(mail)}+07:00`, reader, subject];
      return `${head.join('\n')}\n\n${stable(text).trim()}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n`);
};

/** Long enough for all that has fallen due to be written and mailed. */
export const letMailGo = (system: TimeSkippingSystem): Promise<void> =>
  system.sleepUntil(hoursAfter(system.now(), 0.2));
