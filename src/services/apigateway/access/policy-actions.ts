/**
 * The actions beside the call's own that setting the policy of an API or a domain name needs (Service Authorization
 * Reference).
 * @param path of the call
 */
export function policyActions(path: string, input: Readonly<Record<string, unknown>>): readonly string[] {
  const { patchOperations } = input;
  const isSet = (member: string): boolean =>
    typeof input[member] === 'string' ||
    (Array.isArray(patchOperations) && patchOperations.some((operation) => operation.path === `/${member}`));
  if (!path.startsWith('/domainnames')) return isSet('policy') ? ['UpdateRestApiPolicy'] : [];
  return [
    ...(isSet('policy') ? ['UpdateDomainNamePolicy'] : []),
    ...(isSet('managementPolicy') ? ['UpdateDomainNameManagementPolicy'] : []),
  ];
}
