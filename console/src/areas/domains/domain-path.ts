interface Address {
  readonly domainName?: string | undefined;
  /** Of private ones, of which several may have one name. */
  readonly domainNameId?: string | undefined;
}

/** Where the page of a custom domain name stands. */
export function domainPath({ domainName = '', domainNameId }: Address): string {
  return `/domain-names/${domainName}${domainNameId === undefined ? '' : `/${domainNameId}`}`;
}
