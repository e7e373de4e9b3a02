import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { electronAlias } from './testing/electron-alias.ts';

const root = resolve(import.meta.dirname, '..');
// electron-store has to pass through the alias, or it would load the npm package `electron`.
const inline = ['electron-store'];
// A fresh process and page for each file costs three quarters of the time. Nothing here mocks modules or keeps state in
// them, so files share one; `--isolate --sequence.shuffle.files` tells whether that still holds.
const isolate = false;
// Projects inherit nothing of the test settings outside them.
const testTimeout = 15_000;

export default defineConfig({
  root,
  test: {
    cache: false,
    projects: [
      {
        root,
        plugins: [electronAlias()],
        test: {
          name: 'node',
          testTimeout,
          isolate,
          environment: 'node',
          include: ['main/**/*.test.ts', 'preload/**/*.test.ts', 'build/**/*.test.mjs'],
          benchmark: { include: ['main/**/*.bench.ts'] },
          server: { deps: { inline } },
        },
      },
      {
        root,
        plugins: [react(), electronAlias()],
        test: {
          name: 'renderer',
          testTimeout,
          isolate,
          environment: 'jsdom',
          include: ['renderer/**/*.test.{ts,tsx}'],
          benchmark: { include: ['renderer/**/*.bench.{ts,tsx}'] },
          setupFiles: [resolve(import.meta.dirname, 'testing/dom-setup.ts')],
          css: false,
        },
      },
    ],
  },
});
