import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const root = resolve(import.meta.dirname, '..');
const at = (...parts: string[]): string => resolve(root, ...parts);

/** Every entry of the main process by the name of its file in out/main; only those whose source exists are built. */
function mainEntries(): Record<string, string> {
  const all = { index: at('main/index.ts'), sandbox: at('main/sandbox/process.ts') };
  return Object.fromEntries(Object.entries(all).filter(([, file]) => existsSync(file)));
}

export default defineConfig({
  main: {
    build: {
      outDir: at('out/main'),
      // The oldest runtime the product starts on (see build/scripts/electron): Node 20.18.
      target: 'node20.18',
      rolldownOptions: {
        input: mainEntries(),
        // Shared parts lie beside the entries, so that import.meta.dirname is out/main in every one of them.
        output: { chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: at('out/preload'),
      target: 'node20.18',
      // A sandboxed preload is one CommonJS file that may require nothing but electron.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react()],
    build: {
      outDir: at('out/renderer'),
      target: 'chrome130',
      minify: 'oxc',
      // The page's content policy allows neither inline scripts nor data: fonts.
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      // Read from disk, not over a network.
      chunkSizeWarningLimit: 2_000,
      rolldownOptions: { input: at('renderer/index.html') },
    },
  },
});
