import { availableParallelism } from 'node:os';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Puts other modules in the place of real ones, so it needs modules of its own. */
const withMocks = ['tests/core/document/planted-edits.test.ts'];

// Unit tests: tests/core and tests/main in plain Node, tests/renderer in a simulated DOM.
export default defineConfig({
  test: {
    // Vitest leaves one core free, which on two would be half of them.
    maxWorkers: availableParallelism(),
    projects: [
      {
        test: {
          name: 'core',
          environment: 'node',
          include: ['tests/core/**/*.test.ts'],
          exclude: withMocks,
          // Pure functions without a state: their modules are loaded once for all files.
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'node',
          environment: 'node',
          include: [
            ...withMocks,
            'tests/main/**/*.test.ts',
            'tests/torture/*.test.ts',
            // The long forms; `npm run test:full` sets this.
            ...(process.env.SHIRUBE_FULL === '1' ? ['tests/full/**/*.test.ts'] : []),
          ],
          // Faults are real ones: file systems are mounted, processes killed.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: ['tests/renderer/**/*.test.{ts,tsx}'],
          // A busy machine is not a fault.
          testTimeout: 30_000,
        },
      },
    ],
  },
});
