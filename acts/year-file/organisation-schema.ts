import * as z from 'zod';
import { type RoleId, ROLES } from '../../domain/authority.ts';
import { email, key, ordinal, refused, text, validityDay } from './fields.ts';

const role = z.custom<RoleId>(
  (value) => ROLES.some((known) => known === value),
  refused('unknown-role', ROLES.join(' or ')),
);

export const unitSchema = z.strictObject({
  id: key,
  name: text,
  headerName: text,
  symbol: text,
  internalCode: text.optional(),
  parent: z.strictObject({ id: key, name: text, headerName: text, symbol: text }),
  placeName: text,
  email,
  partyCommittee: text.optional(),
});

export const superiorSchema = z.strictObject({
  id: key,
  name: text,
  kind: z.enum(['specialised', 'superior']),
  email: email.nullable(),
});

export const orgUnitSchema = z.strictObject({
  id: key,
  kind: z.enum(['massOrganisation', 'team']),
  name: text,
  abbreviation: text,
  validFrom: validityDay,
  validTo: validityDay.nullable(),
  successorId: text.optional(),
  nameHistory: z
    .array(
      z.strictObject({ name: text, from: validityDay.optional(), until: validityDay.optional() }),
    )
    .optional(),
});

export const personSchema = z.strictObject({
  id: key,
  fullName: text,
  rank: text,
  position: text,
  orgUnitId: text,
  email: email.nullable(),
  roles: z.array(role),
  validFrom: validityDay.optional(),
  validTo: validityDay.optional(),
  deliveryMode: z.literal('paper').optional(),
});

export const domainSchema = z.strictObject({
  code: text,
  ordinal,
  officialName: text,
  legacyName: text,
  seedName: text.optional(),
});

export const legalBasisSchema = z.strictObject({
  citation: text,
  inForceFrom: validityDay,
  inForceTo: validityDay.nullable(),
});
