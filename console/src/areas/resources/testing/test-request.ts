/** Names in the braces of a resource's path: of `/a/{b}/{c+}` they are `b` and `c`. */
export function pathNames(path: string): readonly string[] {
  return [...path.matchAll(/\{([^}+]+)\+?\}/g)].map(([, name]) => name ?? '');
}

/** The path with its parameters filled in; one that is empty stays as it is written. A greedy one may hold slashes. */
export function pathWithQuery(path: string, parameters: Readonly<Record<string, string>>, query: string): string {
  const filled = path.replace(/\{([^}+]+)(\+?)\}/g, (written, name: string, greedy: string) => {
    const value = parameters[name] ?? '';
    if (value === '') return written;
    return greedy ? value.split('/').map(encodeURIComponent).join('/') : encodeURIComponent(value);
  });
  const search = query.replace(/^\?/, '').trim();
  return search === '' ? filled : `${filled}?${search}`;
}
