/** Words of the page that a leader opens by the link in the mail. */
export const decision = {
  'decision.title.approve-plan': 'Administrative reform plan {year}',
  'decision.title.approve-list': 'List of registered tasks {year}',
  'decision.title.approve-supplement': 'Supplementary registration {year}: {unit}',
  'decision.title.accept-registration': 'Registration {year}: {unit}',
  'decision.title.consent-decline': 'A unit registers no task in {year}: {unit}',

  'decision.office': 'Office',
  'decision.for': 'For',
  'decision.for-person': '{who}, {position}',
  'decision.on-behalf': '{who} (for {head}, by delegation)',
  'decision.version': 'Version',
  'decision.submitted': 'Submitted',
  'decision.submitted-by': '{who}, {when}',
  'decision.late': 'Late',
  'decision.late-because': 'Reason: {reason}',
  'decision.until': 'The link works',
  'decision.until-day': 'once, until the end of {date}',
  'decision.only-looking':
    'Opening this page has changed nothing. Only a button at the end of the page records a decision.',
  'decision.to-decision': 'Go to the decision',
  'decision.paper': 'What was submitted',
  'decision.decline-reason': 'Why the unit registers nothing',

  'decision.decide': 'Decision',
  'decision.approve.approve-plan': 'Approve',
  'decision.approve.approve-list': 'Approve',
  'decision.approve.approve-supplement': 'Approve',
  'decision.approve.accept-registration': 'Accept the registration',
  'decision.approve.consent-decline': 'Agree that the unit registers nothing',
  'decision.reason': 'Reason for returning it, what to add',
  'decision.reason-hint':
    'Say clearly what is to change. Those who wrote and submitted it will read this.',
  'decision.give-back': 'Return',
  'decision.own': '{who} wrote or submitted this, so that somebody else has to decide.',

  'decision.not-counted':
    'This press was not recorded, since this link has nothing left to decide. Below stands what is the case now.',

  'decision.done.approve-plan': 'approved it',
  'decision.done.approve-list': 'approved it',
  'decision.done.approve-supplement': 'approved it',
  'decision.done.accept-registration': 'accepted the registration',
  'decision.done.consent-decline': 'agreed that the unit registers nothing',
  'decision.fate-title.returned': 'Returned',
  'decision.fate-title.withdrawn': 'Withdrawn',
  'decision.fate-title.cancelled': 'The cycle was cancelled',
  'decision.fate.approved': '{who} {done} at {when}.',
  'decision.fate.returned': '{who} returned it at {when}.',
  'decision.fate.withdrawn': '{who} withdrew it at {when}; it waits for no decision.',
  'decision.fate.cancelled': 'The cycle {year} was cancelled by {who} at {when}.',
  'decision.fate-reason': 'Reason: {reason}',
  'decision.by-this-link': 'The decision was made by this link. Each link works once.',
  'decision.by-other-mail': "The decision was made by the link in that person's own mail.",
  'decision.not-by-this-link': 'This link was not used and works no more.',

  'decision.newer-title': 'Something newer waits for a decision',
  'decision.newer':
    'What follows was submitted after this mail went out. This link is for the old content alone and can not decide on the new one.',
  'decision.newer-version': 'New version: {version}.',
  'decision.newer-open': 'Sign in to read and decide on what is new',
  'decision.waits-now': 'Waits now for: {who}. For: {what}.',
  'decision.nobody': 'nobody holds this role yet',

  'decision.no-power-title': 'No power to decide any more',
  'decision.no-power':
    'This link was sent to {who}. Today {who} has no power to decide this: neither as the head, nor by a delegation in force.',
  'decision.expired-title': 'The link has expired',
  'decision.expired': 'This link was sent to {who} and worked until the end of {date}.',
  'decision.sign-in-instead': 'Sign in to read and decide',
  'decision.sign-in-to-see': 'Sign in to see it',
  'decision.processing-title': 'Recorded, being processed',
  'decision.processing':
    'Open this page again in a few minutes to see the result. There is no need to press again.',
  'decision.too-many-title': 'Opened too often',
  'decision.too-many': 'Try again in 15 minutes. What waits is still there.',
  'decision.trail-by-mail': 'by the link in the mail',
} as const;
