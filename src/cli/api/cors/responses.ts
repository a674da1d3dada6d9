import type { Method } from '../../../model/index.ts';
import type { ApiClient } from '../client.ts';

/** One method of an API, and where it is in the control API. */
export interface MethodPlace {
  readonly method: Method;
  /** `/restapis/ID/resources/ID/methods/VERB` */
  readonly path: string;
}

/** The status whose responses the wizard changes. */
export const OK = '200';

/** The patch that sets headers, there already or not, leaving all others. */
export function headersPatch(side: 'method' | 'gateway', headers: object, spelling: (value: string) => string): object {
  const prefix = side === 'method' ? 'method.response.header.' : 'gatewayresponse.header.';
  const patchOperations = Object.entries(headers).map(([name, value]) => ({
    op: 'add',
    path: `/responseParameters/${prefix}${name}`,
    value: spelling(String(value)),
  }));
  return { patchOperations };
}

/** A static value of a parameter mapping (fact D24). */
export const quoted = (value: string): string => `'${value}'`;

/** Lets the 200 of a method carry headers: declares them, then maps their values. */
export async function setHeadersOfOk(client: ApiClient, path: string, headers: object): Promise<void> {
  const declared = headersPatch('method', headers, () => 'false');
  await client.call({ method: 'PATCH', path: `${path}/responses/${OK}`, body: declared });
  const mapped = headersPatch('method', headers, quoted);
  await client.call({ method: 'PATCH', path: `${path}/integration/responses/${OK}`, body: mapped });
}
