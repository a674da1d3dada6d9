/** The methods that nearly all requests use (RFC 9110 section 9.3, RFC 5789), by length. */
const KNOWN_METHODS: readonly (readonly string[])[] = [
  ...[[], [], [], ['GET', 'PUT'], ['POST', 'HEAD'], ['PATCH', 'TRACE'], ['DELETE'], ['OPTIONS', 'CONNECT']],
];

const KNOWN: ReadonlySet<string> = new Set(KNOWN_METHODS.flat());

/** Whether a method is one of those that nearly all requests use, and hence a token. */
export function isKnownMethod(method: string): boolean {
  return KNOWN.has(method);
}

/** The method between two places of a text: a shared string for a known one. */
export function knownMethod(text: string, start: number, end: number): string {
  const candidates = KNOWN_METHODS[end - start];
  if (candidates !== undefined) {
    for (const method of candidates) if (text.startsWith(method, start)) return method;
  }
  return text.slice(start, end);
}

/** Methods whose repetition does nothing more than the first time (RFC 9110 section 9.2.2). */
export function isIdempotent(method: string): boolean {
  switch (method) {
    case 'GET':
    case 'HEAD':
    case 'PUT':
    case 'DELETE':
    case 'OPTIONS':
    case 'TRACE':
      return true;
    default:
      return false;
  }
}
