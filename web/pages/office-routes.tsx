import { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { DomainError } from '../../domain/errors.ts';
import type { WebContext, WebEnv } from '../environment.ts';
import { typedText, type TypedFields } from '../layout/typed-values.ts';
import { press } from '../press.ts';
import { requireUser, userOn } from '../signed-in.ts';
import { calendarRoutes } from './office/calendar-routes.tsx';
import { AccountForm, accountOfFields, fieldsOfAccount } from './office/office-account-form.tsx';
import { DelegationForm, delegationOfFields } from './office/office-delegation-form.tsx';
import { newId } from './office/office-fields.ts';
import type { OfficeForm, OfficeFormProps } from './office/office-form.tsx';
import {
  fieldsOfInitials,
  InitialsForm,
  initialsOfFields,
} from './office/office-initials-form.tsx';
import { OfficePage } from './office/office-page.tsx';
import { fieldsOfPerson, PersonForm, personOfFields } from './office/office-person-form.tsx';
import {
  fieldsOfProofMark,
  ProofMarkForm,
  proofMarkOfFields,
} from './office/office-proof-form.tsx';
import {
  fieldsOfSuperior,
  SuperiorForm,
  superiorOfFields,
} from './office/office-superior-form.tsx';
import {
  endingOfFields,
  EndUnitForm,
  RenameUnitForm,
  renamingOfFields,
} from './office/office-unit-change-forms.tsx';
import { fieldsOfUnit, UnitForm, unitOfFields } from './office/office-unit-form.tsx';
import { templateRoutes } from './template/template-routes.tsx';
import { isInPost, readOfficeView, type OfficeView } from './office/office-view.ts';

/** One form of the office: how it is shown, what is stored, which act it is. */
interface FormPage {
  readonly act: string;
  readonly mayOpen: (view: OfficeView) => boolean;
  /** What stands in the fresh form; null where there is no such row. */
  readonly stored: (view: OfficeView, id: string) => TypedFields | null;
  readonly data: (fields: TypedFields, id: string) => object;
  readonly show: (
    props: OfficeFormProps,
    view: OfficeView,
    id: string,
  ) => ReturnType<typeof OfficeForm> | null;
}

const NEW = 'new';
const keeps = ({ may }: OfficeView): boolean => may.keep;

const UNIT: FormPage = {
  act: 'save-unit',
  mayOpen: keeps,
  stored: ({ units }, id) => {
    const unit = units.find(({ unit_id }) => unit_id === id);
    return unit ? fieldsOfUnit(unit) : null;
  },
  data: (fields, id) => unitOfFields(id === NEW ? newId('unit', fields) : id, fields),
  show: (props, _, id) => <UnitForm {...props} isNew={id === NEW} />,
};

const findUnit = ({ units }: OfficeView, id: string) => units.find(({ unit_id }) => unit_id === id);

const END_UNIT: FormPage = {
  act: 'end-unit',
  mayOpen: keeps,
  stored: (view, id) => (findUnit(view, id) ? {} : null),
  data: (fields, id) => endingOfFields(id, fields),
  show: (props, view, id) => {
    const unit = findUnit(view, id);
    const others = view.units.filter(
      ({ unit_id, valid_to }) => unit_id !== id && (valid_to === null || valid_to >= view.today),
    );
    return unit ? <EndUnitForm {...props} unit={unit} others={others} /> : null;
  },
};

const RENAME_UNIT: FormPage = {
  act: 'rename-unit',
  mayOpen: keeps,
  stored: (view, id) => (findUnit(view, id) ? {} : null),
  data: (fields, id) => renamingOfFields(id, fields),
  show: (props, view, id) => {
    const unit = findUnit(view, id);
    return unit ? <RenameUnitForm {...props} unit={unit} /> : null;
  },
};

const PERSON: FormPage = {
  act: 'save-person',
  mayOpen: keeps,
  stored: ({ people }, id) => {
    const person = people.find(({ person_id }) => person_id === id);
    return person ? fieldsOfPerson(person) : null;
  },
  data: (fields, id) => personOfFields(id === NEW ? newId('person', fields) : id, fields),
  show: (props, { units }, id) => <PersonForm {...props} isNew={id === NEW} units={units} />,
};

const SUPERIOR: FormPage = {
  act: 'save-superior',
  mayOpen: keeps,
  stored: ({ superiors }, id) => {
    const body = superiors.find(({ superior_id }) => superior_id === id);
    return body ? fieldsOfSuperior(body) : null;
  },
  data: (fields, id) => superiorOfFields(id === NEW ? newId('body', fields) : id, fields),
  show: (props, _, id) => <SuperiorForm {...props} isNew={id === NEW} />,
};

const ACCOUNT: FormPage = {
  act: 'give-account',
  mayOpen: keeps,
  stored: ({ people, accounts }, id) => {
    const isKnown = people.some(({ person_id }) => person_id === id);
    const account = accounts.find(({ person_id }) => person_id === id);
    return isKnown ? fieldsOfAccount(account?.user_name ?? null) : null;
  },
  data: (fields, id) => accountOfFields(id, fields),
  show: (props, { people }, id) => {
    const name = people.find(({ person_id }) => person_id === id)?.full_name ?? id;
    return <AccountForm {...props} name={name} />;
  },
};

const DELEGATION: FormPage = {
  act: 'delegate',
  mayOpen: ({ may }) => may.delegate,
  stored: () => ({}),
  data: (fields) => delegationOfFields(fields),
  show: (props, { people, today }) => {
    const self = userOn(props.c).person.person_id;
    const candidates = people.filter((row) => row.person_id !== self && isInPost(row, today));
    return <DelegationForm {...props} candidates={candidates} />;
  },
};

const PROOF_MARK: FormPage = {
  act: 'change-proof-mark',
  mayOpen: keeps,
  stored: ({ office }) => fieldsOfProofMark(office.has_proof_mark),
  data: proofMarkOfFields,
  show: (props) => <ProofMarkForm {...props} />,
};

const INITIALS: FormPage = {
  act: 'change-initials',
  mayOpen: keeps,
  stored: ({ office }) => fieldsOfInitials(office),
  data: initialsOfFields,
  show: (props, { people, today }) => (
    <InitialsForm {...props} people={people.filter((row) => isInPost(row, today))} />
  ),
};

const showForm = async (c: WebContext, page: FormPage, id: string): Promise<Response> => {
  const view = await readOfficeView(c);
  if (!page.mayOpen(view)) throw new DomainError('no-power', 'this form is for others');
  const fields = id === NEW ? (page.stored(view, NEW) ?? {}) : page.stored(view, id);
  if (!fields) return c.notFound();
  const shown = page.show({ c, fields, errors: [], actId: undefined }, view, id);
  return shown ? c.html(shown) : c.notFound();
};

const pressForm = async (c: WebContext, page: FormPage, id: string): Promise<Response> => {
  const fields: TypedFields = await c.req.parseBody({ all: true });
  const view = await readOfficeView(c);
  if (id !== NEW && !page.stored(view, id)) return c.notFound();
  return press(c, {
    fields,
    act: page.act,
    year: null,
    data: page.data(fields, id),
    to: '/office',
    again: (errors, status: ContentfulStatusCode) => {
      const actId = status === 503 ? typedText(fields, 'actId') : undefined;
      const shown = page.show({ c, fields, errors, actId }, view, id);
      return shown ? c.html(shown, status) : c.notFound();
    },
  });
};

/** People, units, bodies above and delegations: read by all, kept by coordinator and head. */
export const officeRoutes = (): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>();
  routes.use('/office', requireUser);
  routes.use('/office/*', requireUser);
  routes.get('/office', async (c) => c.html(<OfficePage c={c} view={await readOfficeView(c)} />));

  const addForm = (path: string, page: FormPage): void => {
    routes.get(path, (c) => showForm(c, page, c.req.param('id') ?? NEW));
    routes.post(path, (c) => pressForm(c, page, c.req.param('id') ?? NEW));
  };
  addForm('/office/units/:id', UNIT);
  addForm('/office/units/:id/end', END_UNIT);
  addForm('/office/units/:id/name', RENAME_UNIT);
  addForm('/office/people/:id', PERSON);
  addForm('/office/people/:id/account', ACCOUNT);
  addForm('/office/superiors/:id', SUPERIOR);
  addForm('/office/delegations/new', DELEGATION);
  addForm('/office/proof-mark', PROOF_MARK);
  addForm('/office/initials', INITIALS);
  routes.route('/office/calendar', calendarRoutes());
  routes.route('/office/templates', templateRoutes());
  return routes;
};
