/**
 * `npm run bench`: the benchmarks beside the code (x.bench.ts under main/, run by vitest) and those of the built app:
 * e2e/bench.config.ts, run by Playwright, and every script e2e/bench/x.mjs, run by Node.
 */
import { existsSync, readdirSync } from 'node:fs';
import { buildIfChanged } from './build.mjs';
import { runGroup } from './lib/group.mjs';
import { at } from './lib/root.mjs';
import { fail, say } from './lib/say.mjs';
import { prepare } from './prepare.mjs';
import { inSession } from './session.mjs';

/**
 * @param {string} folder
 * @param {string} ending
 */
function files(folder, ending) {
  if (!existsSync(at(folder))) return [];
  const names = /** @type {string[]} */ (readdirSync(at(folder), { recursive: true }));
  return names.filter((name) => name.endsWith(ending)).map((name) => at(folder, name));
}

try {
  const unit = files('main', '.bench.ts');
  const scripts = files('e2e/bench', '.mjs');
  const journeys = existsSync(at('e2e/bench.config.ts'));
  const node = process.execPath;
  let failed = 0;
  if (unit.length > 0) {
    const args = [at('node_modules/vitest/vitest.mjs'), 'bench', '--run', '--config', at('build/vitest.config.ts')];
    failed += Number((await runGroup(node, args, { cwd: at(), within: 20 * 60_000 })) !== 0);
  }
  if (scripts.length > 0 || journeys) {
    const { env } = await prepare({ headless: true });
    await buildIfChanged();
    const playwright = [at('node_modules/@playwright/test/cli.js'), 'test', '-c', at('e2e/bench.config.ts')];
    if (journeys) failed += Number((await inSession(node, playwright, { env })) !== 0);
    for (const script of scripts) failed += Number((await inSession(node, [script], { env })) !== 0);
  }
  if (unit.length + scripts.length === 0 && !journeys) say('There are no benchmarks.');
  process.exitCode = failed === 0 ? 0 : 1;
} catch (error) {
  fail(error);
}
