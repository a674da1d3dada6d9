/** Where a REQUEST authorizer finds who is calling (guide, "Configure a Lambda authorizer using the console"). */
export type SourceKind = 'header' | 'querystring' | 'context' | 'stageVariable';
export const SOURCE_KINDS: readonly SourceKind[] = ['header', 'querystring', 'stageVariable', 'context'];

export interface IdentitySource {
  readonly kind: SourceKind;
  readonly name: string;
}

const PREFIXES: Readonly<Record<SourceKind, string>> = {
  header: 'method.request.header.',
  querystring: 'method.request.querystring.',
  stageVariable: 'stageVariables.',
  context: 'context.',
};

/** @param text expressions with commas between them, as API Gateway keeps them */
export function sourcesOf(text: string): readonly IdentitySource[] {
  return text
    .split(',')
    .map((expression) => expression.trim())
    .filter((expression) => expression !== '')
    .map((expression) => {
      const kind = SOURCE_KINDS.find((each) => expression.startsWith(PREFIXES[each]));
      return kind ? { kind, name: expression.slice(PREFIXES[kind].length) } : { kind: 'header', name: expression };
    });
}

/** Those without a name are not there yet. */
export function expressionOf(sources: readonly IdentitySource[]): string {
  return sources
    .filter(({ name }) => name.trim() !== '')
    .map(({ kind, name }) => `${PREFIXES[kind]}${name.trim()}`)
    .join(',');
}

/** `Authorization` of `method.request.header.Authorization`, which a token is in. */
export function tokenHeaderOf(identitySource = ''): string {
  return identitySource.replace(PREFIXES.header, '');
}
