import { defineConfig } from 'vitest/config';

// `unit` stands beside the code and needs nothing but Node; `clients` drives the built command with real clients, `browser` the
// console with Chromium: one server each for all files that need no server of their own.
const env = {
  // The SDK announces the end of its support for Node 20 at every import.
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
};

export default defineConfig({
  test: {
    reporters: ['default', './tools/count-reporter.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          env,
          include: [
            'src/**/*.test.ts',
            'tools/**/*.test.ts',
            'bench/**/*.test.ts',
            'console/**/*.test.ts',
            'test/{fuzz,soak}/**/*.test.ts',
          ],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'clients',
          env,
          include: ['test/**/*.test.ts'],
          exclude: ['test/{fuzz,soak,console}/**'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          globalSetup: ['test/support/shared-server.ts'],
        },
      },
      {
        test: {
          name: 'browser',
          env,
          include: ['test/console/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          globalSetup: ['test/support/shared-server.ts', 'test/console/support/browser-server.ts'],
        },
      },
    ],
  },
});
