import { expect, it } from 'vitest';
import { detectProtocol } from './detect-protocol.ts';

const FORM = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };

// What each protocol's requests look like: Smithy, "AWS protocols".
it.each([
  ['POST', '/service/S/operation/O', { 'smithy-protocol': 'rpc-v2-cbor' }, {}, 'rpc-v2-cbor'],
  ['POST', '/', { 'x-amz-target': 'S.O', 'content-type': 'application/x-amz-json-1.0' }, {}, 'aws-json-1.0'],
  ['POST', '/', { 'x-amz-target': 'S.O', 'content-type': 'application/x-amz-json-1.1' }, {}, 'aws-json-1.1'],
  ['POST', '/', FORM, {}, 'aws-query'],
  ['GET', '/', {}, { Action: ['O'] }, 'aws-query'],
  ['GET', '/restapis', {}, {}, 'rest-json'],
  // curl's own content type for a body, on a REST path.
  ['POST', '/2015-03-31/functions/f/invocations', FORM, {}, 'rest-json'],
  ['GET', '/restapis', {}, { Action: ['O'] }, 'rest-json'],
])('reads %s %s with %o and %o as %s', (method, path, headers, query, protocol) => {
  const index = new Map(Object.entries(headers).map(([name, value]) => [name, [value]]));
  expect(detectProtocol({ method, path, headers: index, query: new Map(Object.entries(query)) })).toBe(protocol);
});
