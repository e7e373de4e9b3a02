import { defineConfig } from '@playwright/test';

/** The practice tour: the whole job once, a line per step, a picture per screen. */
export default defineConfig({
  testDir: 'tour',
  testMatch: 'tour.ts',
  outputDir: '../test-results/tour',
  timeout: 180_000,
  expect: { timeout: 15_000 },
  workers: 1,
  retries: 0,
  reporter: [['./tour/line-reporter.ts']],
});
