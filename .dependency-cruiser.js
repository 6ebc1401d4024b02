// Who may import whom. Each rule says what to do instead; docs/architecture.md shows the whole.
const NPM = '^node_modules/';
const CONTRACT = '^workflows/[a-z-]*contract[.]ts$';
const ENTRIES = '^(start|server|worker|cli|simulate|open-system|open-simulation|example)[.]ts$';

const only = (folder, allowed, comment, extra = {}) => ({
  name: `${folder}-imports`,
  severity: 'error',
  comment,
  from: { path: `^${folder}/` },
  to: { pathNot: [`^${folder}/`, ...allowed], ...extra },
});

const typesOnly = (folder, of, comment) => ({
  name: `${folder}-takes-${of}-as-types`,
  severity: 'error',
  comment,
  from: { path: `^${folder}/` },
  to: { path: `^${of}/`, dependencyTypesNot: ['type-only'] },
});

const NOT_NODE = { dependencyTypesNot: ['core'] };

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      comment:
        'Two files that need each other are one concept, or hide a third: move what both need into a file of its own.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      comment: 'The file or package is not there: mend the path, or add the package.',
      from: {},
      to: { couldNotResolve: true },
    },
    only(
      'domain',
      [],
      'Rules import nothing, neither npm nor node: pass what they need as data, a clock included.',
    ),
    only(
      'workflows',
      ['^domain/', '^activities/', `${NPM}@temporalio/(workflow|common)/`],
      'Workflow code is replayed: it takes rules from domain/ and does everything else by an activity.',
    ),
    typesOnly(
      'workflows',
      'activities',
      'A workflow calls activities through activity-proxies.ts and knows them as types.',
    ),
    only(
      'acts',
      ['^domain/', CONTRACT, '^locale/', '^adapters/', NPM],
      'An act gets stores, papers and clock through ActDependencies: add what is missing there, and let the entry point supply it.',
      NOT_NODE,
    ),
    typesOnly(
      'acts',
      'adapters',
      'An act gets its stores through ActDependencies and imports their types alone.',
    ),
    only(
      'documents',
      ['^domain/', '^locale/', '^templates/', NPM],
      'A paper is made from its view, its template and the words of locale/: fetch contents before, in activities/ or acts/.',
      NOT_NODE,
    ),
    only(
      'activities',
      ['^domain/', '^documents/', '^locale/', '^templates/', '^adapters/', CONTRACT, NPM],
      'An activity is one side effect on what it is given: its dependencies come by closure from worker.ts.',
      NOT_NODE,
    ),
    typesOnly(
      'activities',
      'adapters',
      'An activity gets its adapters through ActivityDependencies and imports their types alone.',
    ),
    typesOnly(
      'activities',
      'workflows',
      'An activity keeps the promise that contract.ts makes of it, as a type, and knows no workflow.',
    ),
    only(
      'locale',
      ['^domain/'],
      'Words are tables and plain functions over keys and dates of domain/, and need nothing else.',
    ),
    only(
      'adapters',
      ['^domain/', CONTRACT, NPM],
      'An adapter speaks to one outside thing in words of domain/ and contract.ts: what decides belongs into acts/ or domain/.',
      NOT_NODE,
    ),
    only(
      'web',
      ['^acts/', '^domain/', '^locale/', '^documents/', '^adapters/', CONTRACT, NPM],
      'A page shows the read model and presses acts: put a rule into domain/, a step into acts/.',
      NOT_NODE,
    ),
    typesOnly(
      'web',
      'adapters',
      'Pages get the stores with their environment and import their types alone.',
    ),
    only(
      'cli',
      ['^domain/', '^locale/', '^acts/', NPM],
      'The command line speaks HTTP to the server and opens no database: add a route to web/api instead.',
      NOT_NODE,
    ),
    only(
      'simulate',
      [
        '^domain/',
        '^locale/',
        '^acts/',
        '^activities/',
        '^cli/',
        '^embedded/mail-sink',
        CONTRACT,
        NPM,
      ],
      'A simulated year presses acts on the parts that open-simulation.ts gives it, and opens none itself.',
      NOT_NODE,
    ),
    only(
      'embedded',
      [NPM],
      'embedded/ starts processes and knows nothing of what runs in them: hand it what it needs from start.ts.',
      NOT_NODE,
    ),
    {
      name: 'config-imports',
      severity: 'error',
      comment: 'config.ts is read by everything, so it reads nothing of ours.',
      from: { path: '^config[.]ts$' },
      to: { pathNot: [NPM], dependencyTypesNot: ['core'] },
    },
    {
      name: 'config-belongs-to-entry-points',
      severity: 'error',
      comment: 'Only entry points read the configuration: take the value you need as a parameter.',
      from: { pathNot: ['^[^/]+[.]ts$', '^(test|bench)/'] },
      to: { path: '^config[.]ts$' },
    },
    {
      name: 'entry-points-are-not-imported',
      severity: 'error',
      comment: 'An entry point starts things when it is read: move what you need into its folder.',
      from: { pathNot: ['^[^/]+[.]ts$', '^(test|bench|bin)/'] },
      to: { path: ENTRIES },
    },
    {
      name: 'outside-only-by-adapters',
      severity: 'error',
      comment:
        'Databases, mail servers and Temporal are reached by adapters/ alone: add a function there and pass it in.',
      from: { pathNot: ['^(adapters|embedded|test|bench)/', '^[^/]+[.]ts$'] },
      to: { path: `${NPM}(pg|kysely|nodemailer|@temporalio/(client|worker))/` },
    },
    {
      name: 'no-test-code-in-production',
      severity: 'error',
      comment: 'What production needs does not live under test/ or bench/: move it.',
      from: { pathNot: '^(test|bench)/|[.]config[.]ts$' },
      to: { path: '^(test|bench)/' },
    },
    {
      name: 'no-development-package-in-production',
      severity: 'error',
      comment:
        'An install without development packages must run: move the package to "dependencies".',
      from: { pathNot: '^(test|bench)/|[.]config[.](js|ts)$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // What others draw papers with is installed by the bench alone.
    exclude: { path: '^(data|dist|web/public|bench/documents/(engines/.*[.]mjs|node_modules))' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
