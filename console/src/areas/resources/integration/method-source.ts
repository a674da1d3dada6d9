interface Method {
  readonly region: string;
  readonly account: string;
  readonly restApiId: string;
  readonly httpMethod: string;
  /** With `{parameters}`, which are left open. */
  readonly path: string;
}

/** What a permission of a function names one method by, at every stage. */
export function methodSource({ region, account, restApiId, httpMethod, path }: Method): string {
  const verb = httpMethod === 'ANY' ? '*' : httpMethod;
  return `arn:aws:execute-api:${region}:${account}:${restApiId}/*/${verb}${path.replaceAll(/\{[^}]+\}/g, '*')}`;
}
