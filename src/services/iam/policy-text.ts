/** How IAM prints a policy: percent-encoded (RFC 3986), as the API reference says of every `policyDocumentType` in an answer. */
export function printPolicy(document: string): string {
  return encodeURIComponent(document).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
