/** What a pattern's variables stood for in a path. */
export type Captures = Readonly<Record<string, string>>;

/**
 * Compiles a path pattern of a patch table.
 *
 * `{name}` stands for one segment (or, beside other text as in `{apiId}:{stage}`, for a part of one) and is captured with
 * its JSON pointer escapes resolved (RFC 6901 section 4: `~1` is `/`, `~0` is `~`). `{name+}` stands for one or more
 * segments and is captured as written, escapes included. Everything else stands for itself.
 *
 * @returns a function from a path to its captures, undefined when the path does not match
 */
export function compilePattern(pattern: string): (path: string) => Captures | undefined {
  const source = pattern.replace(/\{(\w+)(\+?)\}|[^{}]+/g, (text, name?: string, many?: string) => {
    if (name === undefined) return text.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
    return many === '+' ? `(?<${name}>.+?)` : `(?<${name}>[^/]+?)`;
  });
  const expression = new RegExp(`^${source}$`, 's');
  const raw = new Set([...pattern.matchAll(/\{(\w+)\+\}/g)].map(([, name]) => name));
  return (path) => {
    const groups = expression.exec(path)?.groups;
    if (groups === undefined) return expression.test(path) ? {} : undefined;
    return Object.fromEntries(
      Object.entries(groups).map(([name, text]) => [name, raw.has(name) ? text : unescapeSegment(text)]),
    );
  };
}

/** Resolves the escapes of one segment of a JSON pointer (RFC 6901 section 4). */
function unescapeSegment(segment: string): string {
  return segment.replaceAll('~1', '/').replaceAll('~0', '~');
}
