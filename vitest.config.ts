import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tools/longest-first.ts';

// `unit` stands beside the code and needs nothing but Node; `clients` drives the built command with real clients, `browser` the
// console with Chromium. Their files run several at once. `alone` has those of both that are for a quiet machine, one at a time.
const test = {
  // What is waited for comes at once on a still machine, and later on one that runs four files.
  expect: { poll: { timeout: 10_000 } },
  env: {
    // The SDK announces the end of its support for Node 20 at every import.
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  },
};
/** Modules are shared as by unit tests, and for the same reason. */
const withServer = { ...test, isolate: false, hookTimeout: 60_000, globalSetup: ['test/support/shared-server.ts'] };

/** More than a small machine has cores: many files wait most of their time, for Terraform's provider or for a whole minute. */
const atOnce = { maxWorkers: 4, sequence: { groupOrder: 0 } };

/** They measure time, or put the machine under load and look at what comes of it. */
const quiet = [
  'bench/support/open-loop/driver.test.ts',
  'test/access/overrun-throttle.test.ts',
  'test/functions/{containment,leases,streaming}.test.ts',
  'test/soak/**/*.test.ts',
  'test/telemetry/cloudwatch-metrics.test.ts',
  'test/workers/{newcomers,workers}.test.ts',
];

export default defineConfig({
  test: {
    reporters: ['default', './tools/count-reporter.ts'],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...test,
          ...atOnce,
          name: 'unit',
          include: [
            'src/**/*.test.ts',
            'tools/**/*.test.ts',
            'bench/**/*.test.ts',
            'console/**/*.test.ts',
            'test/fuzz/**/*.test.ts',
          ],
          exclude: quiet,
          // Loading the modules of every file anew would cost more than the tests; nothing of ours keeps state in them.
          isolate: false,
          // Ends what hangs; a test of how long something takes measures that itself, most by the CPU time.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          ...withServer,
          ...atOnce,
          name: 'clients',
          include: ['test/**/*.test.ts'],
          exclude: ['test/{fuzz,console}/**', ...quiet],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          ...withServer,
          name: 'alone',
          include: quiet,
          testTimeout: 120_000,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...test,
          name: 'browser',
          include: ['test/console/**/*.test.ts'],
          // As for unit tests; a file's server is its own (test/console/support/console-tests.ts).
          isolate: false,
          hookTimeout: 60_000,
          testTimeout: 60_000,
          globalSetup: ['test/console/support/browser-server.ts'],
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
