/** A plain request to a pool's endpoint, read. */
export interface EndpointRequest {
  readonly method: string;
  /** As the client named it, in lower case, without the port. */
  readonly host: string;
  /** As received, without the query. */
  readonly path: string;
  /** By lower-case name; of fields that came twice nothing, for nobody can tell which one counts. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

export interface EndpointResponse {
  readonly status: number;
  /** Names and values in turn. */
  readonly headers: readonly string[];
  readonly body: string;
}

export type EndpointAnswer = (request: EndpointRequest, nowMs: number) => Promise<EndpointResponse>;

/** Pages of every origin may read what is public, and ask for tokens with what they know. */
const READABLE = ['Access-Control-Allow-Origin', '*'];

export function json(status: number, value: unknown, headers: readonly string[] = []): EndpointResponse {
  return {
    status,
    headers: ['Content-Type', 'application/json;charset=UTF-8', ...READABLE, ...headers],
    body: JSON.stringify(value),
  };
}

/** RFC 6749 section 5.2. An answer that depends on secrets is kept by nobody. */
export function oauthError(error: string, description?: string): EndpointResponse {
  const body = { error, ...(description !== undefined && { error_description: description }) };
  return json(400, body, ['Cache-Control', 'no-store']);
}

/**
 * Reads a form of which each field comes once (RFC 6749 section 3.2).
 * @returns undefined for anything else
 */
export function readForm({ headers, body }: EndpointRequest): ReadonlyMap<string, string> | undefined {
  const type = headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') return undefined;
  const fields = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(body.toString('utf8'))) {
    if (fields.has(name)) return undefined;
    fields.set(name, value);
  }
  return fields;
}
