import type { Closing, Distribution, GridParty, Party, Signing, SigningGrid } from './blocks.ts';
import { attributeLines, elementsOf, itemsOf, textOf } from './read-element.ts';
import type { Refuse } from './read-element.ts';
import { splitValue } from './read-lines.ts';
import type { Element } from './read-markup.ts';

const plainItems = (element: Element, refuse: Refuse): readonly string[] =>
  itemsOf(element, refuse).map((item) =>
    textOf(item, refuse)
      .map((line) => line.map((run) => run.text).join(''))
      .join(' '),
  );

/** Recipients below two who sign side by side. */
export const readDistribution = (element: Element, refuse: Refuse): Distribution => ({
  kind: 'distribution',
  recipients: plainItems(element, refuse),
});

/** Recipients with the signature beside them. */
export const readClosing = (
  recipients: Element | undefined,
  signatures: Element,
  refuse: Refuse,
): Closing => {
  if (recipients?.tag !== 'recipients') {
    return refuse(signatures, 'misplaced-tag', 'recipients must stand before it');
  }
  return {
    kind: 'closing',
    recipients: plainItems(recipients, refuse),
    posts: plainItems(signatures, refuse),
    signer: attributeLines(signatures, 'signer', refuse),
    confirmation: splitValue(signatures.attributes.get('confirmation') ?? ''),
  };
};

const readParty = (element: Element, refuse: Refuse): Party => {
  if (element.tag !== 'party' && element.tag !== 'approval-box') {
    refuse(element, 'misplaced-tag', 'expected party or approval-box');
  }
  const signer = attributeLines(element, 'signer', refuse);
  if (element.tag === 'party') {
    const opinions = splitValue(element.attributes.get('confirmation') ?? '');
    return { isFramed: false, posts: plainItems(element, refuse), opinions, signer };
  }
  return {
    isFramed: true,
    posts: attributeLines(element, 'title', refuse),
    opinions: plainItems(element, refuse),
    signer,
  };
};

/** Two who sign side by side, the left one first. */
export const readSigning = (element: Element, refuse: Refuse): Signing => {
  const [left, right, ...rest] = elementsOf(element, refuse);
  if (!left || !right || rest.length > 0) {
    return refuse(element, 'wrong-value', 'two sign side by side');
  }
  return { kind: 'signing', parties: [readParty(left, refuse), readParty(right, refuse)] };
};

const readGridParty = (element: Element, refuse: Refuse): GridParty => {
  if (element.tag !== 'party') refuse(element, 'misplaced-tag', 'expected party');
  return {
    posts: plainItems(element, refuse),
    marks: splitValue(element.attributes.get('confirmation') ?? ''),
    signer: attributeLines(element, 'signer', refuse),
  };
};

/** All who sign one sheet, in their order. */
export const readSigningGrid = (element: Element, refuse: Refuse): SigningGrid => {
  const parties = elementsOf(element, refuse).map((party) => readGridParty(party, refuse));
  if (parties.length === 0) refuse(element, 'missing-value', 'somebody signs');
  return { kind: 'signing-grid', title: attributeLines(element, 'title', refuse), parties };
};
