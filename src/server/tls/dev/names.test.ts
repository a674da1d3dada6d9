import { describe, expect, it } from 'vitest';
import { DEV_NAMES, isPrivateName } from './names.ts';

describe('a development certificate', () => {
  it.each([
    ...DEV_NAMES,
    'api.test',
    '*.api.test',
    'box.local',
    'a.b.internal',
    'nas.home.arpa',
    '10.1.2.3',
    '172.31.0.1',
  ])('may be for %s', (name) => {
    expect(isPrivateName(name)).toBe(true);
  });

  it.each([
    'example.com',
    'localhost.com',
    'mytest',
    '*',
    '*.*.test',
    'a.*.test',
    '',
    '.test',
    'a..test',
    'a/b.test',
    '8.8.8.8',
    '172.32.0.1',
    '::2',
  ])('may not be for %s', (name) => {
    expect(isPrivateName(name)).toBe(false);
  });
});
