/**
 * `npm test [-- steps… [arguments for the last one]]`: every check from cheap to expensive, stopping at the first that
 * fails. The last line is always "N passed, N failed", counted in tests.
 */
import { Stop } from './lib/say.mjs';
import { steps } from './test/steps.mjs';

const usual = ['types', 'lint', 'unit', 'vault', 'build', 'journeys', 'package'];
const words = process.argv.slice(2);
const firstOther = words.findIndex((word) => !(word in steps));
const named = firstOther === -1 ? words : words.slice(0, firstOther);
const extra = firstOther === -1 ? [] : words.slice(firstOther);
const plan = named.length > 0 ? named : usual;

let passed = 0;
let failed = 0;
/** @type {string[]} */
const summary = [];

for (const [at, name] of plan.entries()) {
  const step = steps[name];
  if (step === undefined) continue;
  process.stdout.write(`\n[${at + 1}/${plan.length}] ${step.title}\n`);
  const began = Date.now();
  const counts = await step.run(at === plan.length - 1 ? extra : []).catch(complaint);
  const seconds = `${((Date.now() - began) / 1000).toFixed(1)} s`;
  passed += counts.passed;
  // A reason to fail that is not a failed test still has to show in the total.
  const bad = counts.failed + counts.complaints.length;
  failed += bad;
  const told = counts.passed + counts.failed > 0 ? `, ${counts.passed} passed, ${counts.failed} failed` : '';
  summary.push(`  ${bad === 0 ? 'ok    ' : 'FAILED'} ${step.title} (${seconds}${told})`);
  for (const line of counts.complaints) summary.push(`         ${line}`);
  if (bad > 0) {
    const left = plan.slice(at + 1);
    if (left.length > 0) summary.push(`  not run: ${left.join(', ')}`);
    break;
  }
}

process.stdout.write(`\n${summary.join('\n')}\n\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;

/**
 * @param {unknown} error
 * @returns {import('./test/counts.mjs').Counts}
 */
function complaint(error) {
  const known = error instanceof Stop;
  if (!known && error instanceof Error) process.stderr.write(`${error.stack ?? error.message}\n`);
  return { passed: 0, failed: 0, complaints: [error instanceof Error ? error.message : String(error)] };
}
