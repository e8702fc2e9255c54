import { defineConfig } from '@playwright/test';

// End-to-end tests drive the built application in a real Electron; `npm run test:e2e` sets that up.
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  // One window at a time: two cores, and keyboard focus is one.
  workers: 1,
  fullyParallel: false,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  outputDir: 'test-results',
  forbidOnly: process.env.CI === 'true',
});
