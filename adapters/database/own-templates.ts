import type { PrintedKind } from '../../domain/paper-source.ts';
import type { createCycleStore } from './cycles.ts';
import type { createVersionStore } from './versions.ts';

interface OwnTemplate {
  readonly text: string;
  readonly sha256: string;
}

interface OfYear {
  readonly officeId: string;
  readonly year: number;
}

/**
 * The office's own template of a kind, as it was when the year's cycle was started: what is installed later
 * counts from the next cycle on. null: the shipped one.
 */
export const createOwnTemplateReader =
  (cycles: ReturnType<typeof createCycleStore>, versions: ReturnType<typeof createVersionStore>) =>
  async ({ officeId, year }: OfYear, kind: PrintedKind): Promise<OwnTemplate | null> => {
    const cycle = await cycles.find(officeId, year);
    if (!cycle) return null;
    return (await versions.lastUntil(officeId, 'template', kind, cycle.entered_at)) ?? null;
  };
