import { readFileSync } from 'node:fs';

/**
 * What a test run came to. `complaints` are reasons to fail that no failed test stands for.
 * @typedef {{ passed: number, failed: number, complaints: string[] }} Counts
 */

/**
 * A skipped test is silent, so it counts as a failure unless its title says where it does run: "… (only on Windows)".
 * @param {string} title
 */
const expectedSkip = (title) => /\(only on [^)]+\)/.test(title);

/**
 * @param {string} file vitest's JSON report
 * @returns {Counts}
 */
export function vitestCounts(file) {
  /** @type {{ testResults: { status: string, name: string, message?: string,
   *   assertionResults: { status: string, fullName: string }[] }[] }} */
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const tests = report.testResults.flatMap((one) => one.assertionResults);
  const passed = tests.filter((one) => one.status === 'passed').length;
  const failed = tests.filter((one) => one.status === 'failed').length;
  const broken = report.testResults.filter(
    (one) => one.status === 'failed' && !one.assertionResults.some((test) => test.status === 'failed'),
  );
  const skipped = tests.filter((one) => !['passed', 'failed'].includes(one.status) && !expectedSkip(one.fullName));
  return {
    passed,
    failed,
    complaints: [
      ...broken.map((one) => `${one.name} could not be run`),
      ...skipped.map((one) => `skipped: ${one.fullName}`),
      ...(tests.length === 0 ? ['no test was run'] : []),
    ],
  };
}

/**
 * @typedef {{ title: string, specs?: Spec[], suites?: Suite[] }} Suite
 * @typedef {{ title: string, tests: { status: 'expected' | 'unexpected' | 'flaky' | 'skipped' }[] }} Spec
 */

/**
 * @param {string} file Playwright's JSON report
 * @returns {Counts}
 */
export function playwrightCounts(file) {
  /** @type {{ suites: Suite[], errors: { message?: string }[] }} */
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const specs = report.suites.flatMap((suite) => specsOf(suite));
  const tests = specs.flatMap((spec) => spec.tests.map(({ status }) => ({ title: spec.title, status })));
  const count = (/** @type {string[]} */ wanted) => tests.filter((one) => wanted.includes(one.status)).length;
  const passed = count(['expected', 'flaky']);
  return {
    passed,
    failed: count(['unexpected']),
    complaints: [
      ...report.errors.map((error) => (error.message ?? 'an error outside any test').split('\n')[0] ?? ''),
      ...tests
        .filter((one) => one.status === 'skipped' && !expectedSkip(one.title))
        .map((one) => `skipped: ${one.title}`),
      ...(passed + count(['unexpected']) === 0 ? ['no journey was run'] : []),
    ],
  };
}

/**
 * @param {Suite} suite
 * @returns {Spec[]}
 */
function specsOf(suite) {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap((inner) => specsOf(inner))];
}
