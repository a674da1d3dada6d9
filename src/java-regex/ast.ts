/** Tells whether a code point belongs to a set. */
export type CharSet = (codePoint: number) => boolean;

export type Node =
  | { readonly kind: 'char'; readonly set: CharSet }
  | { readonly kind: 'sequence'; readonly items: readonly Node[] }
  | { readonly kind: 'alternation'; readonly branches: readonly Node[] }
  | {
      readonly kind: 'repeat';
      readonly item: Node;
      readonly min: number;
      readonly max: number;
      readonly mode: RepeatMode;
    }
  | { readonly kind: 'group'; readonly index: number; readonly item: Node }
  | { readonly kind: 'look'; readonly behind: boolean; readonly negated: boolean; readonly item: Node }
  | { readonly kind: 'atomic'; readonly item: Node }
  | { readonly kind: 'backreference'; readonly index: number; readonly ignoreCase: boolean }
  | { readonly kind: 'assertion'; readonly holds: Assertion };

export type RepeatMode = 'greedy' | 'lazy' | 'possessive';

/** Tells whether a place between two characters is the wanted one. */
export type Assertion = (text: string, at: number) => boolean;

export interface Pattern {
  readonly root: Node;
  readonly groupCount: number;
  readonly groupNames: ReadonlyMap<string, number>;
}
