/** An ACME server refused, or could not be understood or reached. The message is one sentence for the operator. */
export class AcmeError extends Error {
  /** What the server calls it (RFC 8555 section 6.7), such as `rateLimited`; undefined when the server did not say. */
  readonly problem: string | undefined;
  /** Not to be tried again before, in milliseconds from now; undefined when the server did not say. */
  readonly retryAfterMs: number | undefined;

  constructor(
    message: string,
    { problem, retryAfterMs, ...options }: ErrorOptions & { problem?: string; retryAfterMs?: number | undefined } = {},
  ) {
    super(message, options);
    this.name = 'AcmeError';
    this.problem = problem;
    this.retryAfterMs = retryAfterMs;
  }
}

/** What a problem document tells (RFC 9457), whatever is in it. */
export function describeProblem(value: unknown): { readonly problem?: string; readonly text: string } {
  if (typeof value !== 'object' || value === null) return { text: 'no reason was given' };
  const { type, detail, subproblems } = value as Record<string, unknown>;
  const problem = typeof type === 'string' ? type.replace('urn:ietf:params:acme:error:', '') : undefined;
  const parts = [detail, ...(Array.isArray(subproblems) ? subproblems.map(describeSubproblem) : [])];
  const text = parts.filter((part) => typeof part === 'string' && part !== '').join('; ');
  return { ...(problem !== undefined && { problem }), text: text === '' ? (problem ?? 'no reason was given') : text };
}

function describeSubproblem(value: unknown): string {
  const { text } = describeProblem(value);
  const identifier = (value as { identifier?: { value?: unknown } } | null)?.identifier?.value;
  return typeof identifier === 'string' ? `${identifier}: ${text}` : text;
}

/**
 * Reads a Retry-After field: seconds or a date (RFC 9110 section 10.2.3).
 * @param nowMs milliseconds since the epoch
 */
export function parseRetryAfter(field: string | null, nowMs: number): number | undefined {
  if (field === null) return undefined;
  if (/^\d{1,9}$/.test(field)) return Number(field) * 1_000;
  const atMs = Date.parse(field);
  return Number.isNaN(atMs) ? undefined : Math.max(0, atMs - nowMs);
}
