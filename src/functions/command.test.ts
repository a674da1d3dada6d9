import { expect, test } from 'vitest';
import { templateCommand } from './command.ts';

const NODEJS = { kind: 'nodejs', interpreter: '/usr/bin/node' } as const;

// Lambda guide, "Configure Lambda function memory": 1,769 MB are one vCPU.
test.each([
  [128, true],
  [1_769, true],
  [3_537, true],
  [3_538, false],
  [10_240, false],
])('of %i MB, Node.js collects what is young by itself: %s', (memorySizeMb, byItself) => {
  const { args } = templateCommand(NODEJS, memorySizeMb, '/bootstraps');
  expect(args.includes('--no-parallel-scavenge')).toBe(byItself);
  expect(args.at(-1)).toBe('/bootstraps/nodejs/bootstrap.cjs');
});
