// What each workflow of `workflows/index.ts` can record, read from the types of what its runs hand on.
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const INDEX = fileURLToPath(new URL('../../workflows/index.ts', import.meta.url));
const TSCONFIG = fileURLToPath(new URL('../../tsconfig.json', import.meta.url));

const openProgram = (): ts.Program => {
  const { config } = ts.readConfigFile(TSCONFIG, (path) => ts.sys.readFile(path));
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  return ts.createProgram([INDEX], options);
};

/** By the name of the workflow, the types of its events; none for one that keeps no events. */
export const eventTypesOfWorkflows = (): ReadonlyMap<string, readonly string[]> => {
  const program = openProgram();
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(INDEX);
  const module = file && checker.getSymbolAtLocation(file);
  if (!file || !module) throw new Error('workflows/index.ts is not read');

  const typeOf = (type: ts.Type, name: string): ts.Type | null => {
    const property = checker.getNonNullableType(type).getProperty(name);
    return property ? checker.getTypeOfSymbolAtLocation(property, file) : null;
  };
  const elementOf = (type: ts.Type): ts.Type | null =>
    checker.getIndexTypeOfType(type, ts.IndexKind.Number) ?? null;
  const inputOf = (workflow: ts.Symbol): ts.Type => {
    const [signature] = checker.getTypeOfSymbolAtLocation(workflow, file).getCallSignatures();
    const [input] = signature?.getParameters() ?? [];
    if (!input) throw new Error(`${workflow.name} takes no input`);
    return checker.getTypeOfSymbolAtLocation(input, file);
  };
  // input.carried.unprojected[0].event.type
  const eventTypesOf = (workflow: ts.Symbol): readonly string[] => {
    const carried = typeOf(inputOf(workflow), 'carried');
    if (carried === null) return [];
    const rows = typeOf(carried, 'unprojected');
    const row = rows && elementOf(rows);
    const event = row && typeOf(row, 'event');
    const type = event && typeOf(event, 'type');
    if (!type) throw new Error(`${workflow.name} does not say what it records`);
    const kinds = type.isUnion() ? type.types : [type];
    return kinds.flatMap((kind) => (kind.isStringLiteral() ? [kind.value] : [])).toSorted();
  };
  return new Map(
    checker.getExportsOfModule(module).map((workflow) => {
      const found =
        workflow.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(workflow) : workflow;
      return [workflow.name, eventTypesOf(found)];
    }),
  );
};
