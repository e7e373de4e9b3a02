/** `npm run dev`: the app with hot reload; needs a display. */
import { runGroup } from './lib/group.mjs';
import { at } from './lib/root.mjs';
import { Stop, fail } from './lib/say.mjs';
import { prepare } from './prepare.mjs';
import { hasDisplay } from './session.mjs';

try {
  if (!hasDisplay()) throw new Stop('npm run dev needs a display; npm run tour does without.');
  const { env, appArguments } = await prepare({ headless: false });
  const cli = at('node_modules/electron-vite/bin/electron-vite.js');
  const sandbox = appArguments.includes('--no-sandbox') ? ['--noSandbox'] : [];
  process.exitCode = await runGroup(
    process.execPath,
    [cli, 'dev', '--watch', '--config', at('build/electron.vite.config.ts'), ...sandbox, '--', ...process.argv.slice(2)],
    { env, cwd: at(), within: 2 ** 31 - 1 },
  );
} catch (error) {
  fail(error);
}
