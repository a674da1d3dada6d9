import { defineConfig } from 'vitest/config';

// Two projects: `unit` stands beside the code and needs nothing but Node; `clients` starts real servers and real clients.
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['src/**/*.test.ts', 'tools/**/*.test.ts'], testTimeout: 20_000 } },
      { test: { name: 'clients', include: ['test/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 60_000 } },
    ],
  },
});
