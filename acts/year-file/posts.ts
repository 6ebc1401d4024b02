import type { LocalDate } from '../../domain/local-date.ts';
import type { YearFile } from './year-file.ts';

type Person = YearFile['people'][number];

export const isInPost = ({ validFrom, validTo }: Person, on: LocalDate): boolean =>
  (validFrom === undefined || validFrom <= on) && (validTo === undefined || on <= validTo);
