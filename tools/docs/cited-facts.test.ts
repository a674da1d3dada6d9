import { expect, it } from 'vitest';
import { citedFacts } from './cited-facts.ts';

it.each([
  ['(fact D4)', [4]],
  ['it(`... (facts D10, D11, D24)`', [10, 11, 24]],
  ['Facts D50 to D52 and D54', [50, 51, 52, 54]],
  ['facts D37-D39', [37, 38, 39]],
  ['D12 without the word', []],
  ['the id 0D7F3', []],
])('cites in %j the facts %j', (text, facts) => {
  expect([...citedFacts(text)]).toEqual(facts);
});
