import { sha256Of } from '../../acts/canonical-text.ts';
import type { PrintedKind } from '../../domain/paper-source.ts';
import { templateText } from '../../documents/render.ts';
import { COORDINATOR, type OfficeSystem, type TestOffice } from './office-system.ts';

/** The shipped template under another heading. */
export const headed = (kind: PrintedKind, heading: string): string => {
  const { text } = templateText(kind);
  const own = text.replace(/<h1>.*?<br>/u, `<h1>${heading}<br>`);
  if (own === text) throw new Error(`${kind} has no heading of two lines`);
  return own;
};

const LONG_AGO = '2020-01-02T08:00:00+07:00';

/** As if it had been installed long before the office's first cycle, together with which the office is made. */
export const installedBefore = (
  system: OfficeSystem,
  { officeId }: Pick<TestOffice, 'officeId'>,
  kind: PrintedKind,
  heading: string,
) => {
  const text = headed(kind, heading);
  return system.stores.versions.save({
    office_id: officeId,
    kind: 'template',
    id: kind,
    basedOn: null,
    text,
    sha256: sha256Of(text),
    author_id: COORDINATOR,
    act_id: `before-${kind}`,
    occurred_at: LONG_AGO,
    entered_at: LONG_AGO,
  });
};
