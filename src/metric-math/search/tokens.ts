const DELIMITER = /[^A-Za-z0-9]+/;
const CAMEL = /[A-Z]+(?![a-z])|[A-Z][a-z]*|[a-z]+|\d+/g;

/** What stands between delimiters, and the parts that it falls into: capitals and digits begin new ones. */
interface Part {
  readonly whole: string;
  readonly tokens: readonly string[];
}

function partsOf(text: string): readonly Part[] {
  const parts = text.split(DELIMITER).filter((part) => part !== '');
  return parts.map((whole) => ({ whole, tokens: whole.match(CAMEL) ?? [] }));
}

/** A name that is searched in, cut once. */
export interface SearchableText {
  readonly text: string;
  readonly tokens: readonly string[];
  /** All of it without its delimiters, in lower case. */
  readonly joined: string;
}

export function searchable(text: string): SearchableText {
  const parts = partsOf(text);
  return {
    text,
    tokens: parts.flatMap(({ tokens }) => tokens),
    joined: parts.map(({ whole }) => whole.toLowerCase()).join(''),
  };
}

/**
 * Whether a term is found in a text (user guide, "Partial matches"): one token in any case, or several that follow each
 * other. Tokens that only their capitals and digits set apart (`Count1`) must be written as they are in the text.
 */
export function partialMatch(term: string): (text: SearchableText) => boolean {
  const parts = partsOf(term);
  const wanted = parts.flatMap(({ tokens }) => tokens.map((token) => ({ token, exactly: tokens.length > 1 })));
  const [only] = wanted;
  if (only === undefined) return () => false;
  if (wanted.length === 1) {
    const token = only.token.toLowerCase();
    return ({ tokens, joined }) => joined === token || tokens.some((each) => each.toLowerCase() === token);
  }
  const whole = parts.map((part) => part.whole.toLowerCase()).join('');
  return ({ tokens, joined }) =>
    joined === whole ||
    tokens.some((_, start) =>
      wanted.every(({ token, exactly }, index) => {
        const found = tokens[start + index];
        return found === token || (!exactly && found?.toLowerCase() === token.toLowerCase());
      }),
    );
}
