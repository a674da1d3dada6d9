/** Whether a UTF-16 code unit belongs to a set. */
export type CharTest = (unit: number) => boolean;

/** A condition on a place in the text that consumes nothing. */
export type PlaceTest = (text: string, position: number) => boolean;

/** A parsed pattern. Laziness and capturing are left out: they do not change whether a text matches. */
export type Syntax =
  | { readonly type: 'char'; readonly test: CharTest }
  | { readonly type: 'sequence'; readonly items: readonly Syntax[] }
  | { readonly type: 'choice'; readonly items: readonly Syntax[] }
  | { readonly type: 'repeat'; readonly item: Syntax; readonly min: number; readonly max: number }
  | { readonly type: 'place'; readonly test: PlaceTest }
  | { readonly type: 'lookahead'; readonly item: Syntax; readonly negative: boolean };

/** A pattern that is no Java regular expression, or one that is not supported. The message says which part. */
export class JavaRegexError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'JavaRegexError';
  }
}
