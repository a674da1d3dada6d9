export type EntityType = 'user' | 'group' | 'role';

interface Named {
  readonly name: string;
  readonly path: string;
}

export function entityArn(accountId: string, type: EntityType | 'policy', { path, name }: Named): string {
  return `arn:aws:iam::${accountId}:${type}${path}${name}`;
}

export function oidcProviderArn(accountId: string, url: string): string {
  return `arn:aws:iam::${accountId}:oidc-provider/${url}`;
}

/** `arn:aws:iam::ACCOUNT:TYPE/PATH/NAME`; undefined for anything else. */
export function parseIamArn(
  arn: string,
): { readonly accountId: string; readonly type: string; readonly path: string; readonly name: string } | undefined {
  const [, accountId = '', type = '', path = '', name = ''] =
    /^arn:[\w-]+:iam::(aws|\d{12}):([\w-]+)(\/(?:[^\s]*\/)?)([^/\s]+)$/.exec(arn) ?? [];
  return accountId === '' ? undefined : { accountId, type, path, name };
}
