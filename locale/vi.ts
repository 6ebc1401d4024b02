import { shell } from './vi/shell.ts';

/** Every word that a reader sees outside the papers, by area: `area.what-it-says`. */
export const vi = { ...shell } as const;
