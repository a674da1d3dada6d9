import type { WireRequest } from '../protocol.ts';

const FORM = 'application/x-www-form-urlencoded';

/** The parameters of the form in the body and of the URL's query (presigned calls have them there); the body's win. */
export function formParameters(request: WireRequest): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  for (const [name, [value]] of request.query) parameters.set(name, value ?? '');
  const contentType = request.headers.get('content-type')?.[0]?.toLowerCase() ?? '';
  if (contentType.startsWith(FORM)) {
    for (const [name, value] of new URLSearchParams(request.body.toString('utf8'))) parameters.set(name, value);
  }
  return parameters;
}
