import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { playwrightCounts, vitestCounts } from './counts.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'grantdesk-counts-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** @param {unknown} report */
function file(report) {
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify(report));
  return path;
}

describe('vitest', () => {
  const one = (/** @type {string} */ status, fullName = 'a test') => ({ status, fullName });

  it('counts what ran', () => {
    const report = { testResults: [{ status: 'failed', name: 'a', assertionResults: [one('passed'), one('failed')] }] };
    expect(vitestCounts(file(report))).toEqual({ passed: 1, failed: 1, complaints: [] });
  });

  it('complains of a skipped test, but not of one that says where it runs', () => {
    const results = [one('passed'), one('pending', 'a lock'), one('skipped', 'a key (only on Windows)')];
    const report = { testResults: [{ status: 'passed', name: 'a', assertionResults: results }] };
    expect(vitestCounts(file(report))).toEqual({ passed: 1, failed: 0, complaints: ['skipped: a lock'] });
  });

  it('complains of a file that could not be run', () => {
    const report = { testResults: [{ status: 'failed', name: 'x.test.ts', assertionResults: [] }] };
    expect(vitestCounts(file(report)).complaints).toEqual(['x.test.ts could not be run', 'no test was run']);
  });
});

describe('Playwright', () => {
  const spec = (/** @type {string} */ status, title = 'a journey') => ({ title, tests: [{ status }] });

  it('counts through nested suites', () => {
    const inner = { title: 'inner', specs: [spec('expected'), spec('unexpected')] };
    const report = { errors: [], suites: [{ title: 'outer', specs: [spec('flaky')], suites: [inner] }] };
    expect(playwrightCounts(file(report))).toEqual({ passed: 2, failed: 1, complaints: [] });
  });

  it('complains when no journey was run', () => {
    expect(playwrightCounts(file({ errors: [], suites: [] })).complaints).toEqual(['no journey was run']);
    const skipped = { errors: [], suites: [{ title: '', specs: [spec('skipped')] }] };
    expect(playwrightCounts(file(skipped)).complaints).toEqual(['skipped: a journey', 'no journey was run']);
  });

  it('passes on errors outside any test', () => {
    const report = { errors: [{ message: 'no server\nstack' }], suites: [{ title: '', specs: [spec('expected')] }] };
    expect(playwrightCounts(file(report))).toEqual({ passed: 1, failed: 0, complaints: ['no server'] });
  });
});
