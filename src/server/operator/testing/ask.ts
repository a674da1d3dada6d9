import type { Demand } from '../../../aws/index.ts';
import type { OperatorEndpoint, OperatorRequest } from '../../../control/index.ts';

export const OPERATOR = '000000000000';

/** What a test asks, and as whom: the operator's root user, where it does not say. */
export interface Question {
  readonly method?: string;
  /** Path and query. */
  readonly target: string;
  /** Becomes JSON, unless it is a text. */
  readonly body?: unknown;
  readonly arn?: string;
}

/** Puts a question to endpoints as their door would, and tells what had to be allowed for it. */
export async function ask(
  endpoints: readonly OperatorEndpoint[],
  { method = 'GET', target, body, arn = `arn:aws:iam::${OPERATOR}:root` }: Question,
): Promise<{ readonly demands: readonly Demand[]; readonly answer: unknown }> {
  const [path = '', search = ''] = target.split('?');
  const query = new Map([...new URLSearchParams(search)].map(([name, value]) => [name, [value]]));
  const bytes = Buffer.from(typeof body === 'string' ? body : (JSON.stringify(body) ?? ''));
  const accountId = arn.split(':')[4] ?? '';
  const userName = /:user\/(.*)$/.exec(arn)?.[1];
  const principal = { arn, accountId, userId: 'x', accessKeyId: 'AKIAEXAMPLE', ...(userName && { userName }) };
  const scope = { accountId, region: 'eu-central-1' };
  const call = { scope, principal, requestId: 'id', nowMs: Date.UTC(2026, 10, 28) };
  const request: OperatorRequest = { method, path, query, body: bytes, sourceIp: '192.0.2.1', call };
  const endpoint = endpoints.find((one) => one.method === method && isAt(one.path, path));
  if (endpoint === undefined) throw new Error(`There is no ${method} ${path}.`);
  return { demands: await endpoint.access(request), answer: await endpoint.answer(request) };
}

function isAt(path: string, given: string): boolean {
  return path.endsWith('/') ? given.startsWith(path) : given === path;
}
