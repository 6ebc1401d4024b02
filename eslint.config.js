import eslint from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

// A suppression without its reason is a riddle for the next reader.
const reasonedSuppressions = {
  rules: {
    'with-reason': {
      meta: { type: 'problem', schema: [] },
      create: (context) => ({
        Program() {
          for (const comment of context.sourceCode.getAllComments()) {
            const isSuppression = /^\s*eslint-disable/.test(comment.value);
            if (isSuppression && !/ -- \S/.test(comment.value)) {
              context.report({
                loc: comment.loc,
                message: 'Say why behind " -- ", or fix what the rule found.',
              });
            }
          }
        },
      }),
    },
  },
};

const BAN_MOCKS_OF_OUR_OWN = {
  selector: "CallExpression[callee.object.name='vi'][callee.property.name=/^(mock|doMock)$/]",
  message: 'Tests use the real parts: see docs/adr/0004-tests-use-real-parts.md.',
};
const BAN_ENUM = {
  selector: 'TSEnumDeclaration',
  message: 'Write a union of string literals.',
};
const BAN_DEFAULT_EXPORT = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name, so that a thing is called the same everywhere.',
};
const BAN_ENVIRONMENT = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Only config.ts reads the environment: take what you need from its Config.',
};

export default defineConfig(
  globalIgnores(['node_modules/', 'data/', 'dist/', 'web/public/', 'coverage/']),
  eslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // An activity is async by contract, whether it awaits or not.
      '@typescript-eslint/require-await': 'off',
      // Flags defineUpdate<void, ...> and defineSignal wrongly.
      '@typescript-eslint/no-invalid-void-type': 'off',
      // A number prints as itself; objects, null and undefined are what the rule is for.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['**/*.{ts,tsx,js}'],
    plugins: { suppressions: reasonedSuppressions },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'suppressions/with-reason': 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      // "modified": a switch over a union's kinds is one decision, however many kinds there are.
      complexity: ['error', { max: 10, variant: 'modified' }],
      'no-console': 'error',
      eqeqeq: 'error',
      'no-restricted-syntax': [
        'error',
        BAN_MOCKS_OF_OUR_OWN,
        BAN_ENUM,
        BAN_DEFAULT_EXPORT,
        BAN_ENVIRONMENT,
      ],
    },
  },
  {
    files: ['domain/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['Date', 'performance', 'setTimeout', 'setInterval', 'crypto', 'process'].map(
          (name) => ({ name, message: 'Rules know no clock and no machine: pass it in as data.' }),
        ),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Rules give the same answer each time.' },
      ],
    },
  },
  {
    files: ['config.ts', '*.config.{js,ts}', '.dependency-cruiser.js'],
    rules: { 'no-restricted-syntax': ['error', BAN_MOCKS_OF_OUR_OWN, BAN_ENUM] },
  },
  {
    files: ['bench/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/**', 'bench/**'],
    rules: {
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      // What a test reads from outside is asserted on, so a wrong assumption shows as a failure.
      '@typescript-eslint/consistent-type-assertions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      // A table of cases may leave cells out, which the types of test.each do not know.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // Tests put a system together from the outside, environment and all.
    files: ['test/**'],
    rules: {
      'no-restricted-syntax': ['error', BAN_MOCKS_OF_OUR_OWN, BAN_ENUM],
    },
  },
  {
    files: ['**/*.js'],
    languageOptions: { globals: { process: 'readonly', URL: 'readonly' } },
  },
);
