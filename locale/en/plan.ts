import type { plan as vietnamese } from '../vi/plan.ts';

export const plan: Readonly<Record<keyof typeof vietnamese, string>> = {};
