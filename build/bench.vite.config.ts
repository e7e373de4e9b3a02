import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const root = resolve(import.meta.dirname, '..');

/** The page that the app's week view is measured against: see e2e/bench/bare. */
export default defineConfig({
  root: resolve(root, 'e2e/bench/bare'),
  base: './',
  logLevel: 'warn',
  build: {
    outDir: resolve(root, 'node_modules/.cache/grantdesk/bench'),
    emptyOutDir: true,
    // As the app's own page is built: see electron.vite.config.ts.
    target: 'chrome130',
    minify: 'oxc',
    chunkSizeWarningLimit: 2_000,
  },
});
