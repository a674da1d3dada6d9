import { expect, test } from 'vitest';
import { describeContainment } from './describe-containment.ts';

const none = { users: false, countsProcesses: false, network: 'host', missing: [] } as const;

test.each([
  [{ ...none, namespaces: 'root', users: true }, 'file system, processes and users of their own'],
  [{ ...none, namespaces: 'user', network: 'none' }, 'file system and processes of their own, no network'],
  [{ ...none, users: true, missing: ['A view: no'] }, 'users of their own (A view: no)'],
  [{ ...none, missing: ['A view: no', 'A user: no'] }, 'limits alone (A view: no; A user: no)'],
] as const)('%j', (containment, text) => {
  expect(describeContainment(containment)).toBe(text);
});
