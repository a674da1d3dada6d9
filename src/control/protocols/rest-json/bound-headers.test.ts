import { expect, it } from 'vitest';
import type { Member, Shape } from '../../schema/index.ts';
import { boundHeaders } from './bound-headers.ts';

function member(name: string, shape: Shape, traits: Member['traits']): Member {
  return { name, shape, traits, required: false };
}

const STRING: Shape = { kind: 'string' };

// Smithy, "HTTP binding traits": `httpHeader` (dates as http-date, lists by commas), `httpPrefixHeaders`.
it('writes members as header fields', () => {
  const members = [
    member('when', { kind: 'timestamp' }, { httpHeader: 'Last-Modified' }),
    member('tags', { kind: 'list', member: member('member', STRING, {}) }, { httpHeader: 'X-Tags' }),
    member(
      'meta',
      { kind: 'map', key: member('key', STRING, {}), value: member('value', STRING, {}) },
      {
        httpPrefixHeaders: 'x-amz-meta-',
      },
    ),
    member('absent', STRING, { httpHeader: 'X-Absent' }),
    member('body', STRING, {}),
  ];
  const values = { when: new Date(1398796238000), tags: ['a', 'b'], meta: { k: 'v' }, body: 'x' };
  expect(boundHeaders(members, values)).toEqual([
    'Last-Modified',
    'Tue, 29 Apr 2014 18:30:38 GMT',
    'X-Tags',
    'a, b',
    'x-amz-meta-k',
    'v',
  ]);
});

it('refuses a value that would end the field', () => {
  const members = [member('name', STRING, { httpHeader: 'X-Name' })];
  expect(() => boundHeaders(members, { name: 'a\r\nSet-Cookie: b' })).toThrow('A header cannot hold');
});
