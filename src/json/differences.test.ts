import { expect, it } from 'vitest';
import { differences } from './index.ts';

it('two values differ member by member, whatever the order of members', () => {
  expect(differences({ a: 1, b: { c: [1, { x: 1, y: 2 }] } }, { b: { c: [1, { y: 2, x: 1 }] }, a: 1 })).toEqual([]);
  expect(differences({ a: 1, b: { c: [1, 2], d: null }, e: 1 }, { a: 1, b: { c: [2, 1], d: {} }, f: 'x' })).toEqual([
    { path: ['b', 'c'], before: [1, 2], after: [2, 1] },
    { path: ['b', 'd'], before: null, after: {} },
    { path: ['e'], before: 1 },
    { path: ['f'], after: 'x' },
  ]);
});

it('names of members that every object has are names like others', () => {
  const members = JSON.parse('{"constructor": 1, "__proto__": 2}');
  expect(differences({}, members)).toEqual([
    { path: ['constructor'], after: 1 },
    { path: ['__proto__'], after: 2 },
  ]);
});
