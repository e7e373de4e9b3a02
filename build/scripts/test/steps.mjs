import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runGroup } from '../lib/group.mjs';
import { at } from '../lib/root.mjs';
import { ensurePythonReaders } from '../python-readers.mjs';
import { playwrightCounts, vitestCounts } from './counts.mjs';

/** @typedef {import('./counts.mjs').Counts} Counts */
/**
 * One step of `npm test`. It says what it came to; a step that is not made of tests has none passed.
 * @typedef {{ title: string, run: (extra: string[]) => Promise<Counts> }} Step
 */

const node = process.execPath;
const minutes = (/** @type {number} */ n) => n * 60_000;
const vitest = at('node_modules/vitest/vitest.mjs');
const unitConfig = ['--config', at('build/vitest.config.ts')];

/**
 * @param {string} what
 * @param {Promise<number>} code
 * @returns {Promise<Counts>}
 */
async function check(what, code) {
  return { passed: 0, failed: 0, complaints: (await code) === 0 ? [] : [`${what} failed`] };
}

/**
 * Runs something that writes a JSON report and reads the counts from it.
 * @param {(file: string) => Promise<number>} start
 * @param {(file: string) => Counts} read
 * @returns {Promise<Counts>}
 */
async function reported(start, read) {
  const folder = await mkdtemp(join(tmpdir(), 'grantdesk-report-'));
  try {
    const file = join(folder, 'report.json');
    const code = await start(file);
    if (!existsSync(file)) return { passed: 0, failed: 0, complaints: [`no report was written (exit code ${code})`] };
    const counts = read(file);
    const unexplained = code !== 0 && counts.failed === 0 && counts.complaints.length === 0;
    return unexplained ? { ...counts, complaints: [`the exit code was ${code}`] } : counts;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param {string} file */
const vitestReport = (file) => ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];

/** @type {Record<string, Step>} */
export const steps = {
  types: {
    title: 'Types',
    run: () => check('tsc', runGroup(node, [at('node_modules/typescript/bin/tsc'), '-b'], { cwd: at(), within: minutes(5) })),
  },

  lint: {
    title: 'Lint',
    run: () => {
      const cache = ['--cache', '--cache-location', 'node_modules/.cache/eslint/'];
      const args = [at('node_modules/eslint/bin/eslint.js'), '-c', 'build/eslint.config.js', '--max-warnings', '0'];
      return check('eslint', runGroup(node, [...args, ...cache, '.'], { cwd: at(), within: minutes(5) }));
    },
  },

  unit: {
    title: 'Unit and component tests',
    run: (extra) =>
      reported(async (file) => {
        await ensurePythonReaders();
        const args = [vitest, 'run', ...unitConfig, ...vitestReport(file), ...extra];
        return runGroup(node, args, { cwd: at(), within: minutes(20) });
      }, vitestCounts),
  },

  vault: {
    title: "Vault tests under Electron's own Node",
    run: () =>
      reported(async (file) => {
        // Electron's crypto is another one than Node's: what passes here may not exist there.
        const { prepare } = await import('../prepare.mjs');
        const { env, executable } = await prepare({ headless: true });
        const args = [vitest, 'run', ...unitConfig, '--project', 'node', ...vitestReport(file)];
        return runGroup(executable, [...args, 'main/adapters', 'main/domain/vault'], {
          cwd: at(),
          env: { ...env, ELECTRON_RUN_AS_NODE: '1' },
          within: minutes(5),
        });
      }, vitestCounts),
  },

  build: {
    title: 'Build',
    run: async () => {
      const { build } = await import('../build.mjs');
      await build();
      return { passed: 0, failed: 0, complaints: [] };
    },
  },

  journeys: {
    title: 'Journeys through the built app',
    run: (extra) =>
      reported(async (file) => {
        const { prepare } = await import('../prepare.mjs');
        const { inSession } = await import('../session.mjs');
        const { env } = await prepare({ headless: true });
        const cli = at('node_modules/@playwright/test/cli.js');
        const args = [cli, 'test', '-c', at('e2e/playwright.config.ts'), '--reporter=list,json', ...extra];
        const reporting = { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
        return inSession(node, args, { env: reporting, within: minutes(40) });
      }, playwrightCounts),
  },

  package: {
    title: 'Package and its smoke start',
    run: async () => {
      const within = minutes(10);
      const made = await runGroup(node, [at('build/scripts/package.mjs'), '--dir', '--no-build'], { cwd: at(), within });
      if (made !== 0) return { passed: 0, failed: 1, complaints: ['the package could not be made'] };
      const smoke = await runGroup(node, [at('build/scripts/package-smoke.mjs')], { cwd: at(), within });
      return smoke === 0
        ? { passed: 2, failed: 0, complaints: [] }
        : { passed: 0, failed: 1, complaints: ['the packaged app does not behave'] };
    },
  },
};
