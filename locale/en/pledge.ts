import type { pledge as vietnamese } from '../vi/pledge.ts';

/** Words of the commitments. */
export const pledge: Readonly<Record<keyof typeof vietnamese, string>> = {
  'home.waiting.hold-signing': 'Have the pledge signed',
  'home.waiting.sign-pledge': 'Sign the pledge',
  'home.waiting.scan-pledge': 'Upload the scan of the signed pledge',
  'home.waiting.submit-pledge': 'Send the signed pledge on its way',
  'cycle.event.PledgeOpened': 'opened the signing of a pledge',
  'cycle.event.PledgeSigned': 'marked units as signed at the ceremony',
  'cycle.event.CommitmentConfirmed': 'confirmed the commitment in the system',
  'cycle.event.PledgeScanAttached': 'uploaded the scan of a signed pledge',
  'cycle.event.PledgeMarkTakenBack': "took a unit's mark back",
  'cycle.event.SignatoriesChanged': 'changed which units must sign',
  'cycle.event.PledgePaperMoved': "heard how the pledge's paper stands",
  'cycle.event.PledgeDropped': 'dropped a pledge',
  'cycle.event.PledgeCancelled': 'stopped a pledge as the cycle was cancelled',
  'paper.kind.pledge': 'Emulation pledge',
};
