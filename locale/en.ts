import { calendar } from './en/calendar.ts';
import { conference } from './en/conference.ts';
import { check } from './en/check.ts';
import { cycle } from './en/cycle.ts';
import { decision } from './en/decision.ts';
import { decisions } from './en/decisions.ts';
import { drafts } from './en/drafts.ts';
import { dialogue } from './en/dialogue.ts';
import { digitalSigning } from './en/digital-signing.ts';
import { frame } from './en/frame.ts';
import { home } from './en/home.ts';
import { initials } from './en/initials.ts';
import { office } from './en/office.ts';
import { paper } from './en/paper.ts';
import { plan } from './en/plan.ts';
import { pledge } from './en/pledge.ts';
import { proof } from './en/proof.ts';
import { receipt } from './en/receipt.ts';
import { registration } from './en/registration.ts';
import { registrationSteps } from './en/registration-steps.ts';
import { rooms } from './en/rooms.ts';
import { setUp } from './en/set-up.ts';
import { shell } from './en/shell.ts';
import { summary } from './en/summary.ts';
import { template } from './en/template.ts';
import { unit } from './en/unit.ts';
import { work } from './en/work.ts';
import type { vi } from './vi.ts';

export const en: Readonly<Record<keyof typeof vi, string>> = {
  ...shell,
  ...frame,
  ...home,
  ...cycle,
  ...plan,
  ...paper,
  ...digitalSigning,
  ...office,
  ...initials,
  ...calendar,
  ...pledge,
  ...proof,
  ...receipt,
  ...decision,
  ...registration,
  ...registrationSteps,
  ...template,
  ...unit,
  ...rooms,
  ...summary,
  ...conference,
  ...decisions,
  ...drafts,
  ...work,
  ...dialogue,
  ...check,
  ...setUp,
};
