import { DomainError } from '../../../domain/errors.ts';
import type { WebContext } from '../../environment.ts';
import { hasPower } from '../../powers.ts';
import { readOpenPeriod, type PeriodView } from './period-reading.ts';

/** @throws DomainError no-power, out-of-time: for pages of whoever keeps the period */
export const readKeptPeriod = async (c: WebContext): Promise<PeriodView> => {
  const view = await readOpenPeriod(c);
  if (await hasPower(c, 'openRegistration', view.cycle.day)) return view;
  throw new DomainError('no-power', 'only who opens registration keeps it', {});
};
