/** Whether an `Authorization` value is an AWS signature: it proves something to us, and nothing to a backend (fact D31). */
export function isSigV4(authorization: string): boolean {
  return authorization.startsWith('AWS4-');
}
