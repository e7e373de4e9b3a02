import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { electronAlias } from './testing/electron-alias.ts';

const root = resolve(import.meta.dirname, '..');
// electron-store has to pass through the alias, or it would load the npm package `electron`.
const inline = ['electron-store'];
// A fresh process for each file costs two thirds of the time. Nothing outside the renderer mocks modules or keeps state
// in them, so its files share one; `--isolate` and `--sequence.shuffle.files` tell whether that still holds. The renderer
// does keep state in modules (open toasts, the dragged file), so each of its files gets a page of its own.
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
