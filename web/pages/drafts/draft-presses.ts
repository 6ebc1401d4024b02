import type { WebContext } from '../../environment.ts';
import { typedText, type TypedFields } from '../../layout/typed-values.ts';
import { pressOnPeriod } from '../registration/period-press.ts';
import { fieldsOfForm } from '../registration/unit-moment.tsx';
import { draftPage } from './draft-page.tsx';
import { pathOfDraft, readDraft } from './draft-reading.ts';
import { inForm } from './form-parts.tsx';

interface Given {
  readonly draftId: string;
  readonly version: number;
  readonly fields: TypedFields;
}

const readOf = ({ draftId, version, fields }: Given) => ({
  draftId,
  version,
  boundHash: typedText(fields, 'boundHash'),
});

const toInitial = (given: Given) => ({ ...readOf(given), part: typedText(given.fields, 'part') });

/** The forms of a draft's page: the act of each, and what it is told. */
const FORMS: ReadonlyMap<
  string,
  { readonly act: string; readonly read: (given: Given) => unknown }
> = new Map([
  ['initial', { act: 'initial-draft', read: toInitial }],
  [
    'refuse',
    {
      act: 'refuse-draft-initial',
      read: (given: Given) => ({ ...toInitial(given), reason: typedText(given.fields, 'reason') }),
    },
  ],
  ['approve', { act: 'approve-draft', read: readOf }],
  [
    'return',
    {
      act: 'return-draft',
      read: (given: Given) => ({ ...readOf(given), reason: typedText(given.fields, 'reason') }),
    },
  ],
  [
    'withdraw',
    { act: 'withdraw-draft', read: ({ draftId, version }: Given) => ({ draftId, version }) },
  ],
  [
    'drop',
    {
      act: 'drop-draft',
      read: ({ draftId, fields }: Given) => ({ draftId, reason: typedText(fields, 'reason') }),
    },
  ],
]);

/** One press on a draft's page; the next page shows what the cycle has heard of it. */
export const pressDraft = async (c: WebContext): Promise<Response> => {
  const name = c.req.param('form') ?? '';
  const form = FORMS.get(name);
  const view = await readDraft(c);
  if (!form || !view) return c.notFound();
  const typed: TypedFields = await c.req.parseBody();
  const fields = fieldsOfForm(typed, name);
  const { draft, version, cycle } = view;
  return pressOnPeriod(c, {
    fields,
    act: form.act,
    data: form.read({ draftId: draft.draftId, version, fields }),
    to: pathOfDraft(cycle.year, draft.draftId, version),
    fieldOf: (id) => (id === 'reason' ? id : null),
    again: (refused) =>
      draftPage(c, { ...refused, fields: typed, errors: inForm(name, refused.errors) }),
    // An initial is the approval's alone: the cycle hears nothing of it.
    isShown: async () => name === 'initial' || (await readDraft(c))?.draft.phase !== draft.phase,
  });
};
