/** One statement of a function's resource policy. */
export interface Statement {
  readonly sid: string;
  readonly action: string;
  /** Who may: a service, an account, everybody. */
  readonly principal: string;
  /** On behalf of what, where that is told. */
  readonly sourceArn: string | undefined;
  readonly json: string;
}

/** The statements of a policy as `GetPolicy` prints it. */
export function statementsOf(policy: string): readonly Statement[] {
  const { Statement = [] } = JSON.parse(policy) as {
    readonly Statement?: readonly Readonly<Record<string, unknown>>[];
  };
  return Statement.map((statement) => ({
    sid: String(statement.Sid ?? ''),
    action: [statement.Action].flat().join(', '),
    principal: principalOf(statement.Principal),
    sourceArn: sourceOf(statement.Condition),
    json: JSON.stringify(statement, null, 2),
  }));
}

function principalOf(principal: unknown): string {
  if (typeof principal !== 'object' || principal === null) return String(principal ?? '');
  return Object.values(principal).flat().join(', ');
}

/** Of `ArnLike` and its like, whatever the key's case. */
function sourceOf(condition: unknown): string | undefined {
  const values = Object.values((condition ?? {}) as Readonly<Record<string, Readonly<Record<string, unknown>>>>);
  const found = values
    .flatMap((keys) => Object.entries(keys))
    .find(([key]) => key.toLowerCase() === 'aws:sourcearn')?.[1];
  return typeof found === 'string' ? found : undefined;
}

/** What of an API calls a function: `arn:aws:execute-api:REGION:ACCOUNT:API/STAGE/VERB/PATH`, or `.../API/authorizers/ID`. */
export interface ApiSource {
  readonly region: string;
  readonly apiId: string;
  readonly authorizerId: string | undefined;
  readonly verb: string;
  /** With `*` for parameters. */
  readonly path: string;
}

const SOURCE = /^arn:[^:]+:execute-api:([^:]+):[^:]*:([^/:*]+)(?:\/(.*))?$/;

export function apiSourceOf(arn: string | undefined): ApiSource | undefined {
  const [, region, apiId, rest = ''] = SOURCE.exec(arn ?? '') ?? [];
  if (region === undefined || apiId === undefined) return undefined;
  const [stage, verb = '*', ...path] = rest.split('/');
  if (stage === 'authorizers') return { region, apiId, authorizerId: verb, verb: '', path: '' };
  return { region, apiId, authorizerId: undefined, verb, path: `/${path.join('/')}` };
}
