import { DomainError } from '../../domain/errors.ts';
import type { WebContext } from '../environment.ts';

/**
 * The office in the address.
 * @throws DomainError office-unknown
 */
export const officeIn = async (c: WebContext): Promise<string> => {
  const officeId = c.req.param('office') ?? '';
  if (await c.get('deps').acts.stores.offices.find(officeId)) return officeId;
  throw new DomainError('office-unknown', 'no such office', { officeId });
};
