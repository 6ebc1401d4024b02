import type { registration as vietnamese } from '../vi/registration.ts';

/** The period's pages: opening, the units' standing, shared tasks, the list before the leader. */
export const registration: Readonly<Record<keyof typeof vietnamese, string>> = {
  'registration.title': 'Registration of administrative reform tasks for {year}',
};
