import { expect, test } from 'vitest';
import { trailOf } from './trail.ts';

test("an API's own pages stand under API Gateway, as its others do", () => {
  expect(trailOf({ id: 'a1', name: 'pets' }).map(({ text }) => text)).toEqual(['API Gateway', 'APIs', 'pets']);
  expect(trailOf().map(({ text }) => text)).toEqual(['Monitoring']);
});
