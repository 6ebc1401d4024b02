import * as z from 'zod';

// Only what the commands print is named; the rest of an answer is passed on as it came.
const person = z.looseObject({ id: z.string(), name: z.string() });
const office = z.looseObject({
  id: z.string(),
  name: z.string(),
  symbol: z.string(),
  cycles: z.array(z.number()),
});
const cycle = z.looseObject({
  office: z.looseObject({ id: z.string(), name: z.string() }),
  year: z.number(),
  origin: z.string(),
  startedBy: person.nullable(),
  startedAt: z.string(),
  cancelledAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  plan: z
    .looseObject({
      phase: z.string(),
      version: z.number().nullable(),
      issuedOn: z.string().nullable(),
    })
    .nullable(),
  schedule: z.array(z.looseObject({ step: z.string(), dueOn: z.string(), state: z.string() })),
  waiting: z.array(
    z.looseObject({
      what: z.string(),
      role: z.string().nullable(),
      person: person.nullable(),
      unit: z.string().nullable(),
      since: z.string(),
      until: z.string().nullable(),
      isLate: z.boolean(),
    }),
  ),
});

export const officesAnswer = z.looseObject({ offices: z.array(office) });
export const officeCreatedAnswer = z.looseObject({ office: z.string() });
export const cycleAnswer = cycle;
export const cyclesAnswer = z.looseObject({ cycles: z.array(cycle) });
export type CycleAnswer = z.infer<typeof cycle>;

export const startedAnswer = z.looseObject({
  office: z.string(),
  year: z.number(),
  startedBy: z.string().nullable(),
  enteredAt: z.string().nullable(),
  notices: z.array(z.string()),
  isShown: z.boolean(),
});

export const actAnswer = z.looseObject({
  workflowId: z.string().nullable(),
  seq: z.number().nullable(),
  notices: z.array(z.string()),
  result: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  isShown: z.boolean(),
});

export const documentsAnswer = z.looseObject({
  documents: z.array(
    z.looseObject({
      id: z.string(),
      title: z.string(),
      phase: z.string(),
      numberDisplay: z.string().nullable(),
      issuedOn: z.string().nullable(),
      signer: person.nullable(),
      files: z.record(z.string(), z.string()),
    }),
  ),
});

export const deliveriesAnswer = z.looseObject({
  deliveries: z.array(
    z.looseObject({
      paper: z.looseObject({ id: z.string(), numberDisplay: z.string().nullable() }),
      recipient: z.looseObject({ name: z.string() }),
      person: person.nullable(),
      how: z.string(),
      status: z.string(),
      tries: z.number(),
      lastFault: z.string().nullable(),
      confirmedAt: z.string().nullable(),
    }),
  ),
});
