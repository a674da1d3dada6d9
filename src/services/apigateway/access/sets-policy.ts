/** Whether a call sets the policy of an API or a domain name. Files may hold one; what they do is not known before. */
export function setsPolicy(input: Readonly<Record<string, unknown>>): boolean {
  if (typeof input.policy === 'string') return true;
  if (!Array.isArray(input.patchOperations)) return false;
  return input.patchOperations.some((operation: { readonly path?: unknown }) => operation.path === '/policy');
}
