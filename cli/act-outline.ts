import * as z from 'zod';
import { ACTS } from '../acts/all-acts.ts';
import { POWERS } from '../domain/authority.ts';

export interface ActOutline {
  readonly name: string;
  /** null: no role gives it; the act itself knows whom it concerns. */
  readonly roles: readonly string[] | null;
  readonly schema: object;
}

interface Shape {
  readonly type?: string | readonly string[] | undefined;
  readonly enum?: readonly (string | number | null)[] | undefined;
  readonly anyOf?: readonly Shape[] | undefined;
  readonly oneOf?: readonly Shape[] | undefined;
  readonly properties?: Readonly<Record<string, Shape>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly items?: Shape | undefined;
}

const shapeSchema: z.ZodType<Shape> = z.lazy(() =>
  z.looseObject({
    type: z.union([z.string(), z.array(z.string())]).optional(),
    enum: z.array(z.union([z.string(), z.number(), z.null()])).optional(),
    anyOf: z.array(shapeSchema).optional(),
    oneOf: z.array(shapeSchema).optional(),
    properties: z.record(z.string(), shapeSchema).optional(),
    required: z.array(z.string()).optional(),
    items: shapeSchema.optional(),
  }),
);

/** Every act that the system knows, from the table that the server uses. */
export const listActs = (): readonly ActOutline[] =>
  [...ACTS.values()].map(({ name, power, schema }) => ({
    name,
    roles: power === null ? null : POWERS[power],
    // Bytes have no JSON schema: they are left open here, and come from --file.
    schema: z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
  }));

const TYPES: Readonly<Record<string, string>> = { string: 'text', boolean: 'true or false' };

const typeOf = (shape: Shape): string => {
  const choices = shape.anyOf ?? shape.oneOf;
  if (choices) return choices.map(typeOf).join(' or ');
  if (shape.enum) return shape.enum.join(' or ');
  if (shape.type === undefined) return 'file, given as --file';
  if (shape.type === 'array') return `list of ${shape.items ? typeOf(shape.items) : 'anything'}`;
  const types = typeof shape.type === 'string' ? [shape.type] : shape.type;
  return types.map((type) => TYPES[type] ?? type).join(' or ');
};

const linesOf = (shape: Shape, indent: string): readonly string[] =>
  Object.entries(shape.properties ?? {}).flatMap(([name, field]) => {
    const isOptional = shape.required?.includes(name) !== true;
    return [
      `${indent}${name}: ${typeOf(field)}${isOptional ? ' (may be left out)' : ''}`,
      ...linesOf(field.items ?? field, `${indent}  `),
    ];
  });

/** The fields of an act's data, one a line, those of an object or a list below it. */
export const describeFields = ({ schema }: ActOutline): readonly string[] =>
  linesOf(shapeSchema.parse(schema), '  ');

/** The fields on top, in one line. */
export const nameFields = ({ schema }: ActOutline): string =>
  Object.keys(shapeSchema.parse(schema).properties ?? {}).join(', ');

const distance = (left: string, right: string): number => {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let at = 0; at < left.length; at += 1) {
    const next = [at + 1];
    for (let index = 0; index < right.length; index += 1) {
      const replaced = (row[index] ?? 0) + (left[at] === right[index] ? 0 : 1);
      next.push(Math.min(replaced, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
};

const sharesWord = (left: string, right: string): boolean =>
  left.split('-').some((word) => word !== '' && right.split('-').includes(word));

/** The names that somebody may have meant: a slip of the fingers away, else with a word in common. */
export const nearNames = (typed: string, names: readonly string[]): readonly string[] => {
  const slips = names.filter((name) => distance(typed, name) <= Math.ceil(name.length / 4));
  return slips.length > 0 ? slips : names.filter((name) => sharesWord(typed, name));
};
