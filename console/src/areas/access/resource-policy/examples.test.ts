import { expect, test } from 'vitest';
import { isPolicy } from '../../../parts/policy-editor/index.tsx';
import { EXAMPLE_NAMES, exampleOf, SKELETON } from './examples.ts';

test('are policies of resources', () => {
  const all = [...EXAMPLE_NAMES.map(exampleOf), SKELETON];
  expect(all.filter((text) => !isPolicy(text, 'resource'))).toEqual([]);
});
