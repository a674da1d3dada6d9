import { expect, test } from 'vitest';
import { contentDraftOf, contentPatches, endpointDraftOf, endpointPatches } from './draft.ts';

// API reference, "Patch Operations", UpdateRestApi.
test('changes where an API answers', () => {
  const before = endpointDraftOf({ endpointConfiguration: { types: ['EDGE'], ipAddressType: 'ipv4' } });
  expect(endpointPatches(before, before)).toEqual([]);
  const isPrivate = { ...before, type: 'PRIVATE', vpcEndpoints: 'vpce-1\nvpce-2\n', isExecuteApiOn: false };
  expect(endpointPatches(before, isPrivate)).toEqual([
    { op: 'replace', path: '/endpointConfiguration/types/EDGE', value: 'PRIVATE' },
    { op: 'replace', path: '/endpointConfiguration/ipAddressType', value: 'dualstack' },
    { op: 'add', path: '/endpointConfiguration/vpcEndpointIds', value: 'vpce-1' },
    { op: 'add', path: '/endpointConfiguration/vpcEndpointIds', value: 'vpce-2' },
    { op: 'replace', path: '/disableExecuteApiEndpoint', value: 'true' },
  ]);
  const saved = { ...isPrivate, ipType: 'dualstack' };
  expect(endpointPatches(saved, { ...saved, type: 'REGIONAL' })).toEqual([
    { op: 'replace', path: '/endpointConfiguration/types/PRIVATE', value: 'REGIONAL' },
    { op: 'remove', path: '/endpointConfiguration/vpcEndpointIds', value: 'vpce-1' },
    { op: 'remove', path: '/endpointConfiguration/vpcEndpointIds', value: 'vpce-2' },
  ]);
});

test('changes what becomes of bodies', () => {
  const before = contentDraftOf({ binaryMediaTypes: ['image/png'] });
  expect(before.isCompressed).toBe(false);
  expect(contentPatches(before, before)).toEqual([]);
  const after = { isCompressed: true, minimum: '1024', binaryTypes: '*/*' };
  expect(contentPatches(before, after)).toEqual([
    { op: 'replace', path: '/minimumCompressionSize', value: '1024' },
    { op: 'remove', path: '/binaryMediaTypes/image~1png' },
    { op: 'add', path: '/binaryMediaTypes/*~1*' },
  ]);
  expect(contentPatches(after, { ...after, isCompressed: false })).toEqual([
    { op: 'replace', path: '/minimumCompressionSize', value: '' },
  ]);
});
