import { defineConfig } from '@playwright/test';

/** Keyboard focus and clipboard are one on each display: as many tests run at once as there are displays. */
const displays = JSON.parse(process.env.SHIRUBE_DISPLAYS ?? '[{}]') as readonly unknown[];

// End-to-end tests drive the built application in a real Electron; `npm run test:e2e` sets that up.
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  workers: displays.length,
  fullyParallel: false,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  outputDir: 'test-results',
  forbidOnly: process.env.CI === 'true',
});
