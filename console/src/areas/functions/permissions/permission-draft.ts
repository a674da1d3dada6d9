import type { Input } from '../../../aws/index.ts';

export const CALLERS = ['api', 'account', 'service'] as const;
export type Caller = (typeof CALLERS)[number];

/** A statement as it is filled in. */
export interface PermissionDraft {
  readonly caller: Caller;
  readonly sid: string;
  readonly apiId: string;
  readonly verb: string;
  readonly path: string;
  /** An account's number, an ARN, or a service. */
  readonly principal: string;
  readonly sourceArn: string;
}

export const NEW_PERMISSION: PermissionDraft = {
  caller: 'api',
  sid: '',
  apiId: '',
  verb: '*',
  path: '/*',
  principal: '',
  sourceArn: '',
};

export function isWhole({ caller, sid, apiId, principal }: PermissionDraft): boolean {
  return sid.trim() !== '' && (caller === 'api' ? apiId !== '' : principal.trim() !== '');
}

/** For every stage, as AWS's console gives it. @param place the region and the account of the API */
export function permissionInput(
  draft: PermissionDraft,
  functionName: string,
  place: { readonly region: string; readonly account: string },
): Input<'lambda', 'addPermission'> {
  const { caller, sid, apiId, verb, path, principal, sourceArn } = draft;
  const statement = { FunctionName: functionName, StatementId: sid.trim(), Action: 'lambda:InvokeFunction' };
  if (caller === 'api') {
    const api = `arn:aws:execute-api:${place.region}:${place.account}:${apiId}`;
    const below = path
      .trim()
      .replace(/^\/?/, '/')
      .replaceAll(/\{[^}]+\}/g, '*');
    return { ...statement, Principal: 'apigateway.amazonaws.com', SourceArn: `${api}/*/${verb}${below}` };
  }
  return { ...statement, Principal: principal.trim(), ...(sourceArn.trim() && { SourceArn: sourceArn.trim() }) };
}
