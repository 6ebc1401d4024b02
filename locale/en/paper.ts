import type { paper as vietnamese } from '../vi/paper.ts';

export const paper: Readonly<Record<keyof typeof vietnamese, string>> = {};
