import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { headOfUnit } from '../../../domain/office.ts';
import type { WebContext } from '../../environment.ts';
import { readDateInput, typedText, type TypedFields } from '../../layout/typed-values.ts';
import { press } from '../../press.ts';
import type { FormError } from '../../refusal.ts';
import { readOccurredAt } from '../paper/paper-moment.tsx';
import { typedChoices, typedOrNull } from '../plan/form-reading.ts';
import { readSigner, SIGNER } from '../plan/general-fields.ts';
import { fieldsOfForm } from '../registration/unit-moment.tsx';
import { pledgePage } from './pledge-page.tsx';
import { pathOfPledge, readNamedPledge, type PledgeView } from './pledge-reading.ts';

type FormData = Readonly<Record<string, unknown>>;
type Read = (c: WebContext, view: PledgeView, fields: TypedFields) => FormData | Promise<FormData>;

const scanIn = async (fields: TypedFields): Promise<Uint8Array | null> => {
  const { scan } = fields;
  return scan instanceof File && scan.size > 0 ? new Uint8Array(await scan.arrayBuffer()) : null;
};

const signedOnIn = (fields: TypedFields): string => {
  const read = readDateInput(fields, 'signedOn');
  return read.kind === 'date' ? read.date : '';
};

// Whoever heads the unit on that day signs for it; a unit that nobody heads then is refused by its name.
const headsOn = async (
  c: WebContext,
  view: PledgeView,
  unitIds: readonly string[],
  day: string,
) => {
  const { stores } = c.get('deps').acts;
  const facts = await stores.factsOn(view.cycle.facts.officeId, day || view.cycle.day);
  return unitIds.map((unitId) => ({
    unitId,
    personId: headOfUnit(facts, unitId)?.id ?? 'nobody',
    substitute: null,
  }));
};

const FORMS: ReadonlyMap<string, { readonly act: string; readonly read: Read }> = new Map<
  string,
  { readonly act: string; readonly read: Read }
>([
  [
    'mark',
    {
      act: 'mark-signed',
      read: async (c, view, fields) => ({
        signed: await headsOn(c, view, typedChoices(fields, 'unitIds'), signedOnIn(fields)),
        signedOn: signedOnIn(fields),
        bytes: await scanIn(fields),
      }),
    },
  ],
  [
    'substitute',
    {
      act: 'mark-signed',
      read: async (_, __, fields) => ({
        signed: [
          {
            unitId: typedText(fields, 'unitId'),
            personId: typedText(fields, 'personId'),
            substitute: { basis: typedText(fields, 'basis') },
          },
        ],
        signedOn: signedOnIn(fields),
        bytes: await scanIn(fields),
      }),
    },
  ],
  [
    'confirm',
    {
      act: 'confirm-commitment',
      read: (_, __, fields) => ({ unitId: typedText(fields, 'unitId') }),
    },
  ],
  [
    'scan',
    {
      act: 'attach-pledge-scan',
      read: async (_, __, fields) => ({
        signedOn: typedText(fields, 'signedOn'),
        bytes: await scanIn(fields),
      }),
    },
  ],
  [
    'take-back',
    {
      act: 'take-back-mark',
      read: (_, __, fields) => ({
        unitId: typedText(fields, 'unitId'),
        reason: typedText(fields, 'reason'),
      }),
    },
  ],
  [
    'signatories',
    {
      act: 'change-signatories',
      read: (_, __, fields) => ({
        unitIds: typedChoices(fields, 'unitIds'),
        witnessId: typedOrNull(fields, 'witnessId'),
        reason: typedText(fields, 'reason'),
      }),
    },
  ],
  [
    'drop',
    { act: 'drop-pledge', read: (_, __, fields) => ({ reason: typedText(fields, 'reason') }) },
  ],
  [
    'submit',
    {
      act: 'submit-pledge',
      read: (_, __, fields) => ({
        subject: typedText(fields, 'subject'),
        signer: readSigner(fields),
      }),
    },
  ],
]);

const FIELDS_OF_PLACE: readonly (readonly [place: RegExp, field: string])[] = [
  [/^unitIds/, 'unitIds'],
  [/^signed-\d+-personId/, 'personId'],
  [/^signed-\d+-substitute/, 'basis'],
  [/^signed/, 'unitIds'],
  [/^signedOn/, 'signedOn'],
  [/^bytes/, 'scan'],
  [/^signer/, SIGNER],
];

// Marks of heads are one field of several boxes, whatever is wrong with one of them; a substitute is one.
const FIELDS_OF_FORM: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  mark: { personId: 'unitIds', basis: 'unitIds' },
  substitute: { unitIds: 'unitId' },
};

/** The field of that form that a place in the act's data belongs to. */
const fieldOf = (form: string, place: string | null): string | null => {
  if (place === null || place === 'pledgeId') return null;
  const known = FIELDS_OF_PLACE.find(([pattern]) => pattern.test(place))?.[1] ?? place;
  return known === SIGNER ? SIGNER : `${form}-${FIELDS_OF_FORM[form]?.[known] ?? known}`;
};

const faultsOf = (c: WebContext, form: string, fields: TypedFields): readonly FormError[] => {
  const t = c.get('t');
  if (!readOccurredAt(fields).isRight) {
    return [{ field: `${form}-occurredAt`, text: t('paper.occurred-wrong') }];
  }
  const isDated = form === 'mark' || form === 'substitute';
  return isDated && signedOnIn(fields) === ''
    ? [{ field: `${form}-signedOn`, text: t('shell.not-a-date') }]
    : [];
};

/** One press on the page of a pledge: its form read, the act performed, or the page again. */
export const pressPledge = async (c: WebContext): Promise<Response> => {
  const form = c.req.param('form') ?? '';
  const known = FORMS.get(form);
  const view = await readNamedPledge(c);
  if (!known || !view) return c.notFound();
  const fields: TypedFields = await c.req.parseBody({ all: true });
  const typed = fieldsOfForm(fields, form);
  const again = (errors: readonly FormError[], status: ContentfulStatusCode) =>
    pledgePage(c, { form, fields, errors, status });
  const faults = faultsOf(c, form, typed);
  if (faults.length > 0) return again(faults, 422);
  const moment = readOccurredAt(typed);
  return press(c, {
    fields,
    act: known.act,
    year: view.cycle.year,
    data: { pledgeId: view.pledgeId, ...(await known.read(c, view, typed)) },
    occurredAt: moment.isRight ? moment.occurredAt : null,
    to: pathOfPledge(view.cycle.year, view.pledgeId),
    again: (errors, status) =>
      again(
        errors.map((error) => ({ ...error, field: fieldOf(form, error.field) })),
        status,
      ),
  });
};
