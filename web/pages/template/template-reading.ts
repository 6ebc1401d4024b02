import { templateText } from '../../../documents/render.ts';
import type { PrintedKind } from '../../../domain/paper-source.ts';
import { templateKinds } from '../../../domain/template-kind.ts';
import type { WebContext } from '../../environment.ts';
import { hasPower } from '../../powers.ts';
import { userOn } from '../../signed-in.ts';

export const TEMPLATES = '/office/templates';
export const pathOfTemplate = (kind: PrintedKind): string => `${TEMPLATES}/${kind}`;

export interface TemplateVersion {
  readonly version: number;
  readonly by: string;
  readonly enteredAt: string;
  readonly isShipped: boolean;
}

/** One kind of paper: from which template the office makes it, and who may change that. */
export interface TemplateView {
  readonly kind: PrintedKind;
  readonly shipped: string;
  /** The latest first; none: it is made from the shipped one. */
  readonly versions: readonly TemplateVersion[];
  readonly mayKeep: boolean;
}

export const kindAsked = (c: WebContext): PrintedKind | null =>
  templateKinds().find((kind) => kind === c.req.param('kind')) ?? null;

type ReadView = (kind: PrintedKind) => Promise<TemplateView>;

/** Reads the views of this reader's office, having asked once who is who and who may. */
export const createTemplateReader = async (c: WebContext): Promise<ReadView> => {
  const { stores } = c.get('deps').acts;
  const { officeId } = userOn(c);
  const [people, mayKeep] = await Promise.all([
    stores.offices.listPeople(officeId),
    hasPower(c, 'keepOffice', c.get('today')),
  ]);
  const nameOf = (id: string): string =>
    people.find(({ person_id }) => person_id === id)?.full_name ?? id;
  return async (kind) => {
    const rows = await stores.versions.list(officeId, 'template', kind);
    const shipped = templateText(kind);
    return {
      kind,
      shipped: shipped.text,
      versions: rows.map(({ version, author_id, entered_at, sha256 }) => ({
        version,
        by: nameOf(author_id),
        enteredAt: entered_at,
        isShipped: sha256 === shipped.sha256,
      })),
      mayKeep,
    };
  };
};

export const readTemplateView = async (c: WebContext, kind: PrintedKind): Promise<TemplateView> =>
  (await createTemplateReader(c))(kind);

/** The text of a version; `shipped`, or no such version: the one that came with the program. */
export const readText = async (
  c: WebContext,
  { kind, shipped, versions }: TemplateView,
  asked: string | undefined,
): Promise<string> => {
  if (asked === 'shipped') return shipped;
  const wanted = asked === undefined ? versions[0]?.version : Number(asked);
  if (!versions.some(({ version }) => version === wanted)) return shipped;
  const { versions: store } = c.get('deps').acts.stores;
  const row = await store.find(userOn(c).officeId, 'template', kind, wanted ?? 0);
  return row?.text ?? shipped;
};
