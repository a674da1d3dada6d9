import { describe, expect, it } from 'vitest';
import { randomIds } from './random-ids.ts';

describe('randomIds', () => {
  it('makes ids in the formats of recorded answers: ten characters for APIs, six for the rest', () => {
    const bounds: number[] = [];
    const ids = randomIds((bound) => {
      bounds.push(bound);
      return bounds.length % bound;
    });
    expect(ids.restApiId()).toMatch(/^[a-z0-9]{10}$/);
    expect(ids.entityId()).toMatch(/^[a-z0-9]{6}$/);
    expect(bounds).toHaveLength(16);
    expect(new Set(bounds)).toEqual(new Set([36]));
  });
});
