/**
 * `npm start [-- arguments for the app]` and `npm run tour`: from a fresh clone to the running app. Without a display, and
 * for the tour, a scripted journey through the app is run on a virtual one.
 */
import { at } from './lib/root.mjs';
import { fail, say } from './lib/say.mjs';
import { ensureModules } from './modules.mjs';

const args = process.argv.slice(2);
const tourAsked = args[0] === '--tour';

try {
  ensureModules();
  // Only now: these use npm packages.
  const { prepare } = await import('./prepare.mjs');
  const { hasDisplay, inSession } = await import('./session.mjs');
  const tour = tourAsked || !hasDisplay();
  if (tour && !tourAsked) say('There is no display here, so the tour runs on a virtual one; see README.md.');

  const { env, appArguments, executable } = await prepare({ headless: tour });
  const { buildIfChanged } = await import('./build.mjs');
  await buildIfChanged();

  if (tour) {
    const cli = at('node_modules/@playwright/test/cli.js');
    const extra = tourAsked ? args.slice(1) : args;
    process.exitCode = await inSession(process.execPath, [cli, 'test', '-c', at('e2e/tour.config.ts'), ...extra], { env });
  } else {
    const { run } = await import('./lib/run.mjs');
    process.exitCode = await run(executable, [...appArguments, at(), ...args], { env });
  }
} catch (error) {
  fail(error);
}
