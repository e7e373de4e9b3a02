import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

/** Bundles program.ts with everything it needs into a temporary folder. @returns the path of the file */
export async function bundleProgram(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'vault-crash-'));
  await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'electron-for-store',
        enforce: 'pre',
        // Without Electron's app, electron-store is a plain file store with an absolute folder.
        resolveId: (id) => (id === 'electron' ? '\0electron' : null),
        load: (id) => (id === '\0electron' ? 'export default {}' : null),
      },
    ],
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: join(import.meta.dirname, 'program.ts'),
      target: 'node20.18',
      outDir,
      minify: false,
      rolldownOptions: { output: { format: 'es', entryFileNames: 'program.mjs' } },
    },
  });
  return join(outDir, 'program.mjs');
}
