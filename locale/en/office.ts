import type { office as vietnamese } from '../vi/office.ts';

export const office: Readonly<Record<keyof typeof vietnamese, string>> = {};
