import { expect, it } from 'vitest';
import type { ApiChange } from './use-diff.ts';
import { detailsOf, sentenceOf } from './words.ts';

const change: ApiChange = {
  kind: 'method',
  where: 'GET /pets',
  change: 'changed',
  risk: 'risky',
  values: [
    { path: ['integration', 'uri'], before: 'http://a', after: 'http://b' },
    { path: ['integration', 'requestTemplates', 'application/json'], after: '{}' },
    { path: ['methodResponses', '404'], before: { statusCode: '404' } },
    { path: ['unheardOf', 'thing'], before: false, after: true },
  ],
};

it('changes are told by the names that the console uses, and by their path where it has none', () => {
  expect(sentenceOf(change)).toBe('GET /pets changes');
  expect(sentenceOf({ ...change, kind: 'gateway response', where: 'DEFAULT_4XX', change: 'removed' })).toBe(
    'Gateway response DEFAULT_4XX is gone',
  );
  expect(detailsOf(change)).toEqual([
    'Integration URI: “http://a” becomes “http://b”',
    'Request template (application/json): “{}” is new',
    'Response (404): {"statusCode":"404"} is gone',
    'unheardOf.thing: false becomes true',
  ]);
});

it('a long value is cut', () => {
  const [detail] = detailsOf({ ...change, values: [{ path: ['schema'], before: 1, after: 'b'.repeat(500) }] });
  expect(detail).toMatch(/^Schema: 1 becomes “b{119}…$/);
});
