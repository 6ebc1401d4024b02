import { DomainError } from '../../domain/errors.ts';
import type { WebContext } from '../environment.ts';

/** @throws DomainError cycle-unknown where the address holds no year */
export const yearIn = (c: WebContext): number => {
  const year = c.req.param('year') ?? '';
  if (/^\d{4}$/.test(year)) return Number(year);
  throw new DomainError('cycle-unknown', 'no such year', { year });
};
