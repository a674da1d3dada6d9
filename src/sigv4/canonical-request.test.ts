import { expect, it } from 'vitest';
import { canonicalHeaders } from './canonical-headers.ts';
import { canonicalPath } from './canonical-path.ts';
import { canonicalQuery } from './canonical-query.ts';
import { indexHeaders } from './header-index.ts';

// The cases `normalize-path/*`, `get-vanilla-query-*` and `get-header-*` of AWS's SigV4 test suite.
it.each([
  ['', '/'],
  ['/example/..', '/'],
  ['/./', '/'],
  ['/./example', '/example'],
  ['//example//', '/example/'],
  ['//', '/'],
  ['/example%20space/', '/example%2520space/'],
  ['/%E1%88%B4', '/%25E1%2588%25B4'],
])('normalises the path %s and encodes it once more', (path, canonical) => {
  expect(canonicalPath(path, 'service')).toBe(canonical);
});

it('leaves the path of S3 as it is, in one spelling', () => {
  expect(canonicalPath('/a//b/../%e1%88%b4 %7Ec/', 's3')).toBe('/a//b/../%E1%88%B4%20~c/');
});

it.each([
  ['Param2=value2&Param1=value1', 'Param1=value1&Param2=value2'],
  ['Param1=value2&Param1=Value1', 'Param1=Value1&Param1=value2'],
  ['Param1', 'Param1='],
  ['%E1%88%B4=bar', '%E1%88%B4=bar'],
  ['a=b+c%20d%2be', 'a=b%20c%20d%2Be'],
  ['a=100%', 'a=100%25'],
  // Only a presigned URL has its signature in the query, and only one: anything else of the name is part of what is signed.
  ['a=1&X-Amz-Algorithm=x&X-Amz-Signature=abc', 'X-Amz-Algorithm=x&a=1'],
  ['X-Amz-Algorithm=x&X-Amz-Signature=1&X-Amz-Signature=2', 'X-Amz-Algorithm=x&X-Amz-Signature=2'],
  ['a=1&X-Amz-Signature=abc', 'X-Amz-Signature=abc&a=1'],
])('sorts and recodes the query %s', (query, canonical) => {
  expect(canonicalQuery(query)).toBe(canonical);
});

it('joins repeated headers and trims spaces', () => {
  const headers = indexHeaders(['My-Header1', ' value4 ', 'my-header1', 'a   b   c', 'Host', 'example.com']);
  expect(canonicalHeaders(headers, ['host', 'my-header1'])).toBe('host:example.com\nmy-header1:value4,a b c\n');
});
