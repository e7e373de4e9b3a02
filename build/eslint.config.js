import js from '@eslint/js';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import node from 'eslint-plugin-n';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { everywhere, impureGlobals, noDefaultExport, rawIpcMain, rawIpcRenderer } from './lint/bans.js';
import { zones } from './lint/zones.js';

const tests = ['**/*.test.ts', '**/*.test.tsx', '**/*.test.mjs', '**/*.spec.ts'];
// Tools load these files by their default export.
const configs = ['e2e/**/*-reporter.ts', '**/*.config.ts', '**/*.config.js', 'build/electron-builder.mjs', 'build/testing/electron-for-store.ts', 'build/types/*.d.ts'];

const domainImports = {
  paths: [{ name: 'electron', message: 'The domain is pure: take it through a port.' }],
  patterns: [{ group: ['node:*'], message: 'The domain is pure: web-standard globals only.' }],
};

export default tseslint.config(
  { ignores: ['node_modules/', 'out/', 'dist/', 'test-results/', 'playwright-report/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: `${import.meta.dirname}/..` } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // A port's method is often async by contract and synchronous in one adapter or fake.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
    },
  },
  {
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.tsx', '.mjs', '.js'] })],
      'import-x/extensions': ['.ts', '.tsx', '.mjs', '.js'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
    },
    rules: {
      'no-restricted-syntax': ['error', ...everywhere, noDefaultExport],
      'max-lines': ['error', { max: 400 }],
      'import-x/no-cycle': 'error',
      'import-x/no-restricted-paths': ['error', { basePath: `${import.meta.dirname}/..`, zones }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  { files: configs, rules: { 'no-restricted-syntax': ['error', ...everywhere] } },
  { files: tests, rules: { 'max-lines': ['error', { max: 600 }] } },
  {
    files: tests,
    rules: {
      // Assertions on spies and fakes read methods without calling them.
      '@typescript-eslint/unbound-method': 'off',
    },
  },

  // Who may talk to Electron.
  {
    files: ['main/**/*.ts', 'renderer/**/*.{ts,tsx}', 'preload/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: [rawIpcMain, rawIpcRenderer] }] },
  },
  { files: ['main/ipc/handle.ts'], rules: { 'no-restricted-imports': ['error', { paths: [rawIpcRenderer] }] } },
  {
    files: ['preload/index.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [rawIpcMain],
          patterns: [{ group: ['node:*'], message: 'A sandboxed preload has no Node modules.' }],
        },
      ],
    },
  },
  {
    files: ['main/domain/**/*.ts', 'preload/contract/**/*.ts', 'renderer/**/*.{ts,tsx}'],
    ignores: tests,
    rules: { 'no-restricted-imports': ['error', domainImports] },
  },
  {
    files: ['main/domain/**/*.ts'],
    ignores: tests,
    rules: { 'no-restricted-globals': ['error', ...impureGlobals] },
  },

  // What the oldest runtime (Node 20.18) does not have yet.
  {
    files: ['main/**/*.ts', 'e2e/**/*.ts', 'build/**/*.{ts,mjs}'],
    plugins: { n: node },
    settings: { node: { version: '^20.18.1 || >=22.12.0' } },
    rules: { 'n/no-unsupported-features/node-builtins': ['error', { allowExperimental: true }] },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended, jsxA11y.flatConfigs.recommended],
  },
  {
    files: ['build/**/*.{mjs,js}'],
    // tsc checks these files too, and knows every name.
    rules: { 'no-console': 'off', 'no-undef': 'off' },
  },
  { files: ['build/**/*.ts', 'e2e/**/*.ts'], rules: { 'no-console': 'off' } },
  // What is evaluated inside the app names its types in place: an import would not travel with the function.
  {
    files: ['e2e/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }] },
  },
);
