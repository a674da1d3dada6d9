import type { TextPattern } from '../syntax/index.ts';

/**
 * What `parse` reads by a text with stars: each stands for as little as can be, the last one of a text that ends with it for all the
 * rest. Found anywhere in the text (user guide, `parse`).
 */
export interface Extractor {
  readonly count: number;
  /** Of the groups of a regular expression; none where `as` must name them. */
  readonly names: readonly string[];
  /** Undefined when the text does not match. */
  extract(text: string): readonly (string | undefined)[] | undefined;
}

export function compileGlob({ text: glob }: TextPattern & { readonly kind: 'text' }): Extractor {
  const [first = '', ...literals] = glob.split('*');
  return {
    count: literals.length,
    names: [],
    extract(text) {
      const start = text.indexOf(first);
      if (start < 0) return undefined;
      const values: string[] = [];
      let at = start + first.length;
      for (const [i, literal] of literals.entries()) {
        const isRest = literal === '' && i === literals.length - 1;
        const end = isRest ? text.length : text.indexOf(literal, at);
        if (end < 0) return undefined;
        values.push(text.slice(at, end));
        at = end + literal.length;
      }
      return values;
    },
  };
}
