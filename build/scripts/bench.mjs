/** `npm run bench`: the benchmarks beside the code (x.bench.ts under main/), run by vitest. */
import { runGroup } from './lib/group.mjs';
import { at } from './lib/root.mjs';
import { fail } from './lib/say.mjs';

try {
  const args = [at('node_modules/vitest/vitest.mjs'), 'bench', '--run', '--config', at('build/vitest.config.ts')];
  process.exitCode = await runGroup(process.execPath, args, { cwd: at(), within: 20 * 60_000 });
} catch (error) {
  fail(error);
}
