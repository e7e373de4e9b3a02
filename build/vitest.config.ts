import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { electronAlias } from './testing/electron-alias.ts';

const root = resolve(import.meta.dirname, '..');
// electron-store has to pass through the alias, or it would load the npm package `electron`.
const inline = ['electron-store'];

export default defineConfig({
  root,
  test: {
    cache: false,
    testTimeout: 15_000,
    projects: [
      {
        root,
        plugins: [electronAlias()],
        test: {
          name: 'node',
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
          environment: 'jsdom',
          include: ['renderer/**/*.test.{ts,tsx}'],
          setupFiles: [resolve(import.meta.dirname, 'testing/dom-setup.ts')],
          css: false,
        },
      },
    ],
  },
});
