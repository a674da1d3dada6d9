import type { JavaRegex } from '../java-regex/index.ts';
import type { JsonValue } from '../json/index.ts';

/** One step of a path. */
export type Step =
  | { readonly kind: 'property'; readonly name: string }
  | { readonly kind: 'properties'; readonly names: readonly string[] }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'indexes'; readonly indexes: readonly number[] }
  /** The index that lies so far before the end: `[(@.length-1)]`. */
  | { readonly kind: 'fromEnd'; readonly distance: number }
  | { readonly kind: 'slice'; readonly from: number | undefined; readonly to: number | undefined }
  | { readonly kind: 'wildcard' }
  | { readonly kind: 'scan' }
  | { readonly kind: 'filter'; readonly test: Expression }
  | { readonly kind: 'function'; readonly name: string; readonly args: readonly Operand[] };

export interface PathTree {
  /** `@` in a filter: the value under test. `$` everywhere: the document. */
  readonly root: 'document' | 'current';
  readonly steps: readonly Step[];
}

/** A filter's condition. */
export type Expression =
  | { readonly kind: 'or' | 'and'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'not'; readonly operand: Expression }
  | { readonly kind: 'exists'; readonly path: PathTree }
  | { readonly kind: 'compare'; readonly operator: string; readonly left: Operand; readonly right: Operand };

export type Operand =
  | { readonly kind: 'path'; readonly path: PathTree }
  | { readonly kind: 'literal'; readonly value: JsonValue }
  | { readonly kind: 'pattern'; readonly regex: JavaRegex };
