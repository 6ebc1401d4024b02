import * as z from 'zod';

const files = z.object({ docx: z.string().optional(), pdf: z.string().optional() });

const document = z.object({
  id: z.string(),
  kind: z.string(),
  number: z.string().nullable(),
  issuedOn: z.string().nullable(),
  signer: z.string().nullable(),
  status: z.string(),
  files,
});
const said = z.union([z.string(), z.number(), z.boolean(), z.null()]);

// Only what the command prints is named; the rest is passed on as it came.
const result = z.looseObject({
  cycle: z.string(),
  documents: z.array(document),
  furtherDocuments: z.array(document),
  assumed: z.array(z.object({ path: z.string(), assumed: z.string(), because: z.string() })),
  differences: z.array(z.object({ path: z.string(), file: said, computed: said })),
});
export type ReplayAnswer = z.infer<typeof result>;

/** One line of the answer to a replay. */
export const replayLine = z.union([
  z.object({
    planned: z.object({
      office: z.string(),
      year: z.number(),
      steps: z.number(),
      notEntered: z.array(z.string()),
    }),
  }),
  z.object({
    step: z.object({
      at: z.string(),
      personId: z.string(),
      act: z.string(),
      place: z.string(),
      isNew: z.boolean(),
    }),
  }),
  z.object({ result, isSettled: z.boolean() }),
]);
