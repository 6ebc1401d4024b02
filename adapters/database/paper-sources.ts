import type { PaperKind } from '../../domain/document-issue.ts';
import { draftIdOfPaper } from '../../domain/draft.ts';
import type { DraftSource, PaperSource } from '../../domain/paper-source.ts';
import type { PlanContent } from '../../domain/plan.ts';
import { NO_ADDRESSEES, RECIPIENTS, type Addressees } from '../../domain/recipients.ts';
import {
  listContentId,
  openingContentId,
  planContentId,
  registrationContentId,
  type RegistrationContent,
  type RegistrationListContent,
  type RegistrationOpeningContent,
} from '../../domain/registration.ts';
import type { createVersionStore, VersionRow } from './versions.ts';

export interface SourceRef {
  readonly officeId: string;
  readonly year: number;
  readonly paperId: string;
  readonly kind: PaperKind;
  readonly contentVersion: number;
}

/** Reads what a paper is made from. Versions are immutable, so a missing one is a fault, not a refusal. */
export const createPaperSourceStore = (versions: ReturnType<typeof createVersionStore>) => {
  const read = async (
    officeId: string,
    kind: VersionRow['kind'],
    id: string,
    version: number,
  ): Promise<unknown> => {
    const row = await versions.find(officeId, kind, id, version);
    if (!row) throw new Error(`version ${String(version)} of ${id} is missing`);
    return JSON.parse(row.text);
  };

  const readRegistrations = (
    officeId: string,
    content: RegistrationListContent,
  ): Promise<RegistrationContent[]> =>
    Promise.all(
      content.entries.flatMap(({ unitId, version }) =>
        version === null ? [] : [readRegistration(officeId, content.year, unitId, version)],
      ),
    );

  const readRegistration = (officeId: string, year: number, unitId: string, version: number) =>
    // Written by an act from a checked content, as all of these are.
    read(officeId, 'registration', registrationContentId(year, unitId), version).then(
      // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- see above
      (content) => content as RegistrationContent,
    );

  const readReason = async (officeId: string, reasonId: string): Promise<string> => {
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- written by acts/save-reason.ts
    const { reason } = (await read(officeId, 'reason', reasonId, 1)) as { reason: string };
    return reason;
  };

  const readReasons = async (
    officeId: string,
    { entries }: Pick<RegistrationListContent, 'entries'>,
  ): Promise<Readonly<Record<string, string>>> => {
    const ids = entries.flatMap(({ declineReasonId }) => declineReasonId ?? []);
    const reasons = await Promise.all(
      ids.map(async (id) => [id, await readReason(officeId, id)] as const),
    );
    return Object.fromEntries(reasons);
  };

  const ofList = async (
    officeId: string,
    content: RegistrationListContent,
  ): Promise<PaperSource> => ({
    kind: 'registration-result',
    content,
    registrations: await readRegistrations(officeId, content),
    declineReasons: await readReasons(officeId, content),
  });

  const readSource = async ({
    officeId,
    year,
    paperId,
    kind,
    contentVersion,
  }: SourceRef): Promise<PaperSource> => {
    /* eslint-disable @typescript-eslint/consistent-type-assertions -- see readRegistration */
    switch (kind) {
      case 'plan': {
        const content = await read(officeId, kind, planContentId(year), contentVersion);
        return { kind, content: content as PlanContent };
      }
      case 'registration-opening': {
        const content = await read(officeId, kind, openingContentId(year), contentVersion);
        return { kind, content: content as RegistrationOpeningContent };
      }
      case 'registration-result': {
        const id = listContentId(year);
        const content = await read(officeId, 'registration-list', id, contentVersion);
        return ofList(officeId, content as RegistrationListContent);
      }
      default: {
        const content = await read(officeId, 'draft', draftIdOfPaper(paperId), contentVersion);
        return { kind, content } as DraftSource;
      }
    }
    /* eslint-enable @typescript-eslint/consistent-type-assertions */
  };

  return {
    readReason,
    readRegistration,
    /** The notice of a list's result, also of one that is not saved yet. */
    ofList,

    read: readSource,

    /** Whom its contents name, beside those whom its kind goes to. */
    async readAddressees(ref: SourceRef): Promise<Addressees> {
      if (RECIPIENTS[ref.kind].every(({ group }) => group !== 'addressees')) return NO_ADDRESSEES;
      const { content } = await readSource(ref);
      return 'addressees' in content ? content.addressees : NO_ADDRESSEES;
    },

    async readSubject(ref: SourceRef): Promise<string> {
      const { content } = await readSource(ref);
      return 'subject' in content ? content.subject : '';
    },
  };
};
