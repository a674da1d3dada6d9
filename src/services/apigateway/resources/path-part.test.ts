import { describe, expect, it } from 'vitest';
import { refusal } from '../testing/service.ts';
import { childPath, pathPartKind } from './path-part.ts';

// The rule is the one that AWS's console shows, `^(\{[\w.:-]+\+?\}|[a-zA-Z0-9.:_-]+)$`; the text is reported by users of many clients.
describe('pathPartKind', () => {
  it.each([
    ['pets', 'literal'],
    ['v1.0_b-c', 'literal'],
    ['events:batch', 'literal'],
    ['{id}', 'variable'],
    ['{pet_id.x}', 'variable'],
    ['{proxy+}', 'greedy'],
    ['{child+}', 'greedy'],
  ])('takes %s for a %s', (pathPart, kind) => {
    expect(pathPartKind(pathPart)).toBe(kind);
  });
  it.each(['', '/', 'a/b', '$metadata', 'a b', 'ä', '{', '{}', '{+}', '{a}b', 'a{b}', '{a+}+', 'a+', '{a}{b}'])(
    'refuses %j',
    (pathPart) => {
      expect(() => pathPartKind(pathPart)).toThrow(
        expect.objectContaining(
          refusal(
            'BadRequestException',
            "Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable and curly braces at the beginning and the end.",
          ),
        ),
      );
    },
  );
});

describe('childPath', () => {
  it('joins with one slash', () => {
    expect(childPath('/', 'pets')).toBe('/pets');
    expect(childPath('/pets', '{id}')).toBe('/pets/{id}');
  });
});
