import * as z from 'zod';
import { DomainError } from '../domain/errors.ts';
import { STANDARD_DOMAINS, STANDARD_LEGAL_BASES } from '../locale/standard-office.ts';
import type { ActDependencies } from './act.ts';
import { checkTexts } from './check-plan.ts';
import { password, userName } from './give-account.ts';
import { giveStandardCalendar } from './standard-calendar.ts';
import { email, key, text } from './year-file/fields.ts';
import { faultOfSchema } from './year-file/schema-fault.ts';
import { legalBasisIdOf } from './year-file/legal-basis-id.ts';
import { placedTexts } from './year-file/texts-of-year-file.ts';
import { upperCase } from '../locale/vietnamese.ts';

const nfc = text.transform((value) => value.normalize('NFC').trim());

const officeSchema = z.strictObject({
  officeId: key,
  name: nfc,
  parentName: nfc,
  symbol: nfc,
  placeName: nfc,
  email,
  coordinator: z.strictObject({
    personId: key,
    fullName: nfc,
    rank: z.string().transform((value) => value.normalize('NFC').trim()),
    position: nfc,
    email: email.nullable(),
    userName,
    password,
  }),
});

const rowsOf = (office: z.infer<typeof officeSchema>) => ({
  office: {
    office_id: office.officeId,
    name: office.name,
    header_name: upperCase(office.name),
    symbol: office.symbol,
    place_name: office.placeName,
    email: office.email,
    parent_name: office.parentName,
    parent_header_name: upperCase(office.parentName),
  },
  people: [
    {
      office_id: office.officeId,
      person_id: office.coordinator.personId,
      full_name: office.coordinator.fullName,
      rank: office.coordinator.rank,
      position: office.coordinator.position,
      unit_id: null,
      email: office.coordinator.email,
      delivery_mode: office.coordinator.email === null ? ('paper' as const) : ('mail' as const),
      roles: ['cycleCoordinator' as const],
      valid_from: null,
      valid_to: null,
    },
  ],
  domains: STANDARD_DOMAINS.map((row) => ({ office_id: office.officeId, ...row })),
  legalBases: STANDARD_LEGAL_BASES.map((row) => ({
    office_id: office.officeId,
    legal_basis_id: legalBasisIdOf(row.citation),
    ...row,
  })),
});

// An office without any account is one whose making stopped half way: nobody can have used it.
const hasCoordinator = async (
  { stores }: Pick<ActDependencies, 'stores'>,
  officeId: string,
): Promise<boolean> =>
  (await stores.offices.find(officeId)) !== undefined &&
  ((await stores.accounts.list(officeId)).length > 0 ||
    (await stores.cycles.list(officeId)).length > 0);

/**
 * A new office with its first coordinator, who adds everybody else. For the operator alone.
 * @throws DomainError office-exists, duplicate-id (user name), or as the schema refuses
 */
export const createOffice = async (
  deps: Pick<ActDependencies, 'stores' | 'paperCheck'>,
  given: unknown,
): Promise<{ readonly officeId: string }> => {
  const parsed = officeSchema.safeParse(given);
  if (!parsed.success) throw faultOfSchema(parsed.error, given);
  const office = parsed.data;
  const { coordinator, ...printed } = office;
  checkTexts(deps, placedTexts({ ...printed, coordinator: { ...coordinator, password: '' } }));
  if (await hasCoordinator(deps, office.officeId)) {
    throw new DomainError(
      'office-exists',
      'the office is there',
      { id: office.officeId },
      '/officeId',
    );
  }
  if (await deps.stores.accounts.findByUserName(coordinator.userName)) {
    throw new DomainError(
      'duplicate-id',
      'the user name is taken',
      { id: coordinator.userName },
      '/coordinator/userName',
    );
  }
  await deps.stores.offices.save(rowsOf(office));
  await giveStandardCalendar(deps.stores, office.officeId);
  await deps.stores.accounts.give({
    officeId: office.officeId,
    personId: coordinator.personId,
    userName: coordinator.userName,
    password: coordinator.password,
    mustChange: false,
  });
  return { officeId: office.officeId };
};
