import { expect, it } from 'vitest';
import { throttlePatches } from './typed-throttle.ts';

// Paths are those of the API reference, "Patch Operations", UpdateUsagePlan.
it('sets the figures that differ, and takes one away by setting the other anew', () => {
  const saved = { rate: '5', burst: '8' };
  expect(throttlePatches('/throttle', { rate: '', burst: '' }, { rate: '5', burst: '' })).toEqual([
    { op: 'replace', path: '/throttle/rateLimit', value: '5' },
  ]);
  expect(throttlePatches('/throttle', saved, { rate: '5', burst: '9' })).toEqual([
    { op: 'replace', path: '/throttle/burstLimit', value: '9' },
  ]);
  expect(throttlePatches('/throttle', saved, { rate: '5', burst: '' })).toEqual([
    { op: 'remove', path: '/throttle' },
    { op: 'replace', path: '/throttle/rateLimit', value: '5' },
  ]);
});
