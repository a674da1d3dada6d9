import type { Demand } from '../../../aws/index.ts';
import type { Scope } from '../../../model/index.ts';
import type { Reader } from '../../../store/index.ts';
import { readPolicy } from '../access/index.ts';
import { functionArn } from '../function-name.ts';
import { opensUrl } from '../permissions/index.ts';
import { resolveFunction } from '../resolve.ts';
import { type FunctionUrl, functionUrlKind, urlIdKind } from './url-document.ts';

/** A function URL, and what it leads to. */
export interface ServedFunctionUrl extends FunctionUrl {
  /** With the alias, if it belongs to one. */
  readonly functionArn: string;
  /** Whether the policy lets anybody in (Lambda guide, "Control access to Lambda function URLs"). */
  readonly isOpen: boolean;
  /** What a caller must be allowed and sign; absent where nobody signs. */
  readonly demands?: readonly Demand[];
}

export async function findFunctionUrl(
  reader: Reader,
  scope: Scope,
  urlId: string,
): Promise<ServedFunctionUrl | undefined> {
  const owner = (await reader.get(urlIdKind, scope, urlId))?.value.owner;
  const url = owner === undefined ? undefined : (await reader.get(functionUrlKind, scope, owner))?.value;
  if (owner === undefined || url === undefined) return undefined;
  const [name = '', qualifier = '$LATEST'] = owner.split('/');
  const arn = functionArn(scope, name);
  const resolved = await resolveFunction(reader, { scope, name, arn, qualifier });
  if (resolved === undefined) return undefined;
  const served = { ...url, functionArn: qualifier === '$LATEST' ? arn : `${arn}:${qualifier}` };
  const { statements } = resolved;
  if (url.authType === 'NONE') return { ...served, isOpen: opensUrl(statements) };
  const resourcePolicy = readPolicy(statements, served.functionArn);
  // Both, since October 2025 (Lambda guide, "Control access to Lambda function URLs").
  const demands = ['lambda:InvokeFunctionUrl', 'lambda:InvokeFunction'].map(
    (action): Demand => ({
      action,
      resource: served.functionArn,
      keys: { 'lambda:functionurlauthtype': url.authType, 'lambda:invokedviafunctionurl': 'true' },
      ...(resourcePolicy && { resourcePolicy }),
    }),
  );
  return { ...served, isOpen: false, demands };
}
