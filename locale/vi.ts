import { calendar } from './vi/calendar.ts';
import { conference } from './vi/conference.ts';
import { check } from './vi/check.ts';
import { cycle } from './vi/cycle.ts';
import { decision } from './vi/decision.ts';
import { decisions } from './vi/decisions.ts';
import { drafts } from './vi/drafts.ts';
import { dialogue } from './vi/dialogue.ts';
import { digitalSigning } from './vi/digital-signing.ts';
import { frame } from './vi/frame.ts';
import { home } from './vi/home.ts';
import { initials } from './vi/initials.ts';
import { office } from './vi/office.ts';
import { paper } from './vi/paper.ts';
import { plan } from './vi/plan.ts';
import { pledge } from './vi/pledge.ts';
import { proof } from './vi/proof.ts';
import { receipt } from './vi/receipt.ts';
import { registration } from './vi/registration.ts';
import { registrationSteps } from './vi/registration-steps.ts';
import { rooms } from './vi/rooms.ts';
import { setUp } from './vi/set-up.ts';
import { shell } from './vi/shell.ts';
import { summary } from './vi/summary.ts';
import { template } from './vi/template.ts';
import { unit } from './vi/unit.ts';
import { work } from './vi/work.ts';

/** Every word that a reader sees outside the papers, by area: `area.what-it-says`. */
export const vi = {
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
} as const;
