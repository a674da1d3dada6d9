import { expect, test } from 'vitest';
import type { FunctionContainment } from '../model/index.ts';
import { describeContainment } from './describe-containment.ts';

const none: FunctionContainment = {
  ...{ users: false, countsProcesses: false, network: 'host', missing: [] },
  ...{ cpu: 'nice', capsCpu: false, boundsMemory: false },
};

test.each([
  [
    { ...none, namespaces: 'root', users: true, cpu: 'cgroup2', capsCpu: true },
    'file system, processes and users of their own; CPU limited by memory, with cgroup2',
  ],
  [
    { ...none, namespaces: 'user', network: 'none', missing: ['A user: no'], cpu: 'autogroup' },
    'file system and processes of their own, no network; CPU shared by memory, with autogroup',
  ],
  [
    { ...none, users: true, missing: ['A view: no'], cpu: 'none' },
    'users of their own; CPU not shared by memory (A view: no)',
  ],
  [
    { ...none, missing: ['A view: no', 'A user: no'] },
    'limits alone; CPU shared by memory, with nice (A view: no; A user: no)',
  ],
] satisfies readonly (readonly [FunctionContainment, string])[])('%j', (containment, text) => {
  expect(describeContainment(containment)).toBe(text);
});
