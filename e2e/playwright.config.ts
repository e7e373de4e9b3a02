import { defineConfig } from '@playwright/test';

/** The journeys: each starts the built app in a profile of its own, against a sandbox of its own. */
export default defineConfig({
  testDir: 'specs',
  outputDir: '../test-results/journeys',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  reporter: [['list']],
});
