/** `npm run --silent electron:path [-- --retry]`: prints the executable's path and nothing else. */
import { fail } from '../lib/say.mjs';
import { resolveElectron } from './resolve.mjs';

try {
  const { executable } = await resolveElectron(process.argv.includes('--retry') ? { retry: true } : {});
  process.stdout.write(`${executable}\n`);
} catch (error) {
  fail(error);
}
