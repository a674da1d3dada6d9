import type { Output } from '../../../aws/index.ts';
import { type Read, useAll } from '../../../data/index.ts';

export type ResourceServer = NonNullable<Output<'cognito-idp', 'describeResourceServer'>['ResourceServer']>;

export function useResourceServers(UserPoolId: string): Read<readonly ResourceServer[]> {
  return useAll('cognito-idp', 'listResourceServers', { UserPoolId, MaxResults: 50 }, (page) => page.ResourceServers);
}

/** What tokens, methods and app clients call the scopes of a server: `IDENTIFIER/NAME`. */
export function scopesOf({ Identifier = '', Scopes = [] }: ResourceServer): readonly string[] {
  return Scopes.map(({ ScopeName }) => `${Identifier}/${ScopeName}`);
}
