import type { Challenges } from './challenges.ts';
import type { AcmeAnswer, AcmeClient } from './client.ts';
import { thumbprintOf } from './jws.ts';
import { MAX_POLLING_MS, POLL_MS } from './limits.ts';
import { AcmeError, describeProblem } from './problem.ts';

export interface OrderRequest {
  /** Host names without wildcards. */
  readonly names: readonly string[];
  /** The certificate signing request in DER. */
  readonly csr: Uint8Array;
  readonly challenges: Challenges;
}

/**
 * Gets a certificate: orders it, lets the authority check by http-01 that the names lead here, hands in the signing
 * request and fetches the result (RFC 8555 section 7.4).
 * @param account the account's URL
 * @returns the certificate and its chain in PEM
 * @throws {AcmeError}
 */
export async function orderCertificate(client: AcmeClient, account: string, request: OrderRequest): Promise<string> {
  const { names, csr, challenges } = request;
  const identifiers = names.map((value) => ({ type: 'dns', value }));
  const created = await client.post(client.directory.newOrder, account, { identifiers });
  const orderUrl = created.location;
  if (orderUrl === undefined) throw new AcmeError('The order was taken without saying where it is.');
  // One after another: a failure names its host, and an authority is asked no faster than it likes.
  for (const url of textsOf(created, 'authorizations')) await authorize(client, account, url, challenges);

  const ready = await settled(client, account, orderUrl, created, ['ready', 'valid']);
  if (statusOf(ready) === 'ready')
    await client.post(textOf(ready, 'finalize'), account, { csr: Buffer.from(csr).toString('base64url') });
  const valid = await settled(client, account, orderUrl, undefined, ['valid']);
  const { body } = await client.post(textOf(valid, 'certificate'), account);
  if (typeof body !== 'string') throw new AcmeError('The certificate that was fetched is none.');
  return body;
}

interface Challenge {
  readonly url: string;
  readonly token: string;
}

/** Proves to the authority that a name leads here (RFC 8555 section 7.5.1). */
async function authorize(client: AcmeClient, account: string, url: string, challenges: Challenges): Promise<void> {
  const authorization = await client.post(url, account);
  if (statusOf(authorization) === 'valid') return;
  const { token, url: challengeUrl } = httpChallengeOf(authorization);
  await challenges.put(token, `${token}.${thumbprintOf(client.jwk)}`);
  try {
    await client.post(challengeUrl, account, {});
    await settled(client, account, url, undefined, ['valid']);
  } finally {
    await challenges.remove(token);
  }
}

/** @throws {AcmeError} when the authority does not offer http-01, as for a wildcard */
function httpChallengeOf({ body }: AcmeAnswer): Challenge {
  const { challenges, identifier } = body as { challenges?: unknown; identifier?: { value?: unknown } };
  for (const challenge of Array.isArray(challenges) ? challenges : []) {
    const { type, token, url } = challenge as Record<string, unknown>;
    // The token becomes part of a path, and is what the standard says or nothing (RFC 8555 section 8.3).
    if (type === 'http-01' && typeof url === 'string' && typeof token === 'string' && /^[\w-]{1,512}$/.test(token))
      return { url, token };
  }
  throw new AcmeError(`The certificate authority offers no http-01 challenge for ${String(identifier?.value)}.`);
}

/**
 * Looks at an order or an authorization until it has one of the wanted states.
 * @param first what is known of it already
 * @throws {AcmeError} when it ends in another state, or takes too long
 */
async function settled(
  client: AcmeClient,
  account: string,
  url: string,
  first: AcmeAnswer | undefined,
  wanted: readonly string[],
): Promise<AcmeAnswer> {
  const { now, wait, signal } = client.environment;
  const deadlineMs = now() + MAX_POLLING_MS;
  for (let answer = first; ; answer = undefined) {
    answer ??= await client.post(url, account);
    const status = statusOf(answer);
    if (wanted.includes(status)) return answer;
    if (status !== 'pending' && status !== 'processing' && status !== 'ready') throw failureOf(answer);
    if (now() >= deadlineMs) throw new AcmeError(`${url} is still ${status}.`);
    await wait(answer.retryAfterMs ?? POLL_MS, signal);
  }
}

/** Says why an order or an authorization failed; for an authorization the reason stands in its challenge. */
function failureOf({ body }: AcmeAnswer): AcmeError {
  const { status, error, challenges, identifier } = body as Record<string, unknown>;
  const failed = (Array.isArray(challenges) ? challenges : []).find((challenge) => 'error' in challenge);
  const { text, problem } = describeProblem(error ?? failed?.error);
  const name = (identifier as { value?: unknown } | undefined)?.value;
  const what = typeof name === 'string' ? `The authorization for ${name}` : 'The order';
  return new AcmeError(`${what} is ${String(status)}: ${text}`, problem === undefined ? {} : { problem });
}

function statusOf({ body }: AcmeAnswer): string {
  return String((body as { status?: unknown } | null)?.status);
}

function textOf({ body }: AcmeAnswer, member: string): string {
  const value = (body as Record<string, unknown>)[member];
  if (typeof value !== 'string') throw new AcmeError(`The order has no ${member}.`);
  return value;
}

function textsOf({ body }: AcmeAnswer, member: string): readonly string[] {
  const value = (body as Record<string, unknown>)[member];
  if (!Array.isArray(value)) throw new AcmeError(`The order has no ${member}.`);
  return value.map(String);
}
