import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// Unit tests: tests/core and tests/main in plain Node, tests/renderer in a simulated DOM.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: [
            'tests/core/**/*.test.ts',
            'tests/main/**/*.test.ts',
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
