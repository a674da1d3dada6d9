import type { Period } from '../period.ts';

/** Where something stands in a query, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type Expression = Span &
  (
    | { readonly kind: 'literal'; readonly value: string | number | boolean }
    | { readonly kind: 'period'; readonly period: Period }
    /** A field by its parts: `a.b` is two of them, and so is ``a.`b.c` ``. */
    | { readonly kind: 'field'; readonly parts: readonly string[] }
    | { readonly kind: 'element'; readonly of: Expression; readonly index: number }
    | { readonly kind: 'attribute'; readonly of: Expression; readonly parts: readonly string[] }
    | { readonly kind: 'negate' | 'not'; readonly operand: Expression }
    | {
        readonly kind: 'binary';
        readonly operator: BinaryOperator;
        readonly left: Expression;
        readonly right: Expression;
      }
    | { readonly kind: 'in'; readonly operand: Expression; readonly list: readonly Expression[] }
    | { readonly kind: 'like'; readonly operand: Expression; readonly pattern: TextPattern }
    /** `name` in small letters. `isStar`: `count(*)`. */
    | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[]; readonly isStar: boolean }
  );

export type BinaryOperator = 'and' | 'or' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '%' | '^';

export type TextPattern = Span &
  ({ readonly kind: 'text'; readonly text: string } | { readonly kind: 'regex'; readonly source: string });

/** An expression under a name: its alias, or its own text. */
export interface Named {
  readonly name: string;
  readonly hasAlias: boolean;
  readonly expression: Expression;
}

export type Command = Span &
  (
    | { readonly kind: 'fields' | 'display'; readonly items: readonly Named[] }
    | { readonly kind: 'filter'; readonly condition: Expression }
    | {
        readonly kind: 'parse';
        readonly source: Expression;
        readonly pattern: TextPattern;
        readonly names: readonly string[];
      }
    | { readonly kind: 'stats'; readonly items: readonly Named[]; readonly by: readonly Named[] }
    | { readonly kind: 'sort'; readonly keys: readonly SortKey[] }
    | { readonly kind: 'limit'; readonly count: number }
    | { readonly kind: 'dedup'; readonly fields: readonly Expression[] }
    | { readonly kind: 'unnest'; readonly source: Expression; readonly into: string }
  );

export interface SortKey {
  readonly expression: Expression;
  readonly descending: boolean;
}
