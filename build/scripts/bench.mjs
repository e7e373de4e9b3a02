/**
 * `npm run bench [unit|app]`: the benchmarks beside the code (x.bench.ts under main/), run by vitest, and those in the
 * built app (e2e/bench), where the app and what it is measured against take turns in one run.
 */
import { runGroup } from './lib/group.mjs';
import { at } from './lib/root.mjs';
import { fail, Stop } from './lib/say.mjs';

const within = 20 * 60_000;

function unit() {
  const args = [at('node_modules/vitest/vitest.mjs'), 'bench', '--run', '--config', at('build/vitest.config.ts')];
  return runGroup(process.execPath, args, { cwd: at(), within });
}

async function app() {
  const { prepare } = await import('./prepare.mjs');
  const { inSession } = await import('./session.mjs');
  const { build } = await import('./build.mjs');
  const { env } = await prepare({ headless: true });
  await build();
  const vite = [at('node_modules/vite/bin/vite.js'), 'build', '--config', at('build/bench.vite.config.ts')];
  const bare = await runGroup(process.execPath, vite, { cwd: at(), within });
  if (bare !== 0) throw new Stop('the page to measure against could not be built.');
  const cli = at('node_modules/@playwright/test/cli.js');
  return await inSession(process.execPath, [cli, 'test', '-c', at('e2e/bench.config.ts')], { env, within });
}

/** @type {Record<string, () => Promise<number>>} */
const parts = { unit, app };

try {
  const asked = process.argv.slice(2);
  const unknown = asked.find((name) => !Object.hasOwn(parts, name));
  if (unknown !== undefined) throw new Stop(`there is no part named ${unknown}: unit, app.`);
  const codes = [];
  for (const [name, part] of Object.entries(parts)) if (asked.length === 0 || asked.includes(name)) codes.push(await part());
  process.exitCode = codes.find((code) => code !== 0) ?? 0;
} catch (error) {
  fail(error);
}
