import { createPrivateKey } from 'node:crypto';
import { type EcJwk, type JwsHeader, jwkOf, signJws } from './jws.ts';
import { MAX_NONCE_RETRIES, REQUEST_TIMEOUT_MS } from './limits.ts';
import { AcmeError, describeProblem, parseRetryAfter } from './problem.ts';

/** What an ACME client needs from its surroundings. */
export interface AcmeEnvironment {
  readonly fetch: typeof fetch;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after so many milliseconds, or rejects when the signal aborts. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  /** Names this program and its version (RFC 8555 section 6.1). */
  readonly userAgent: string;
  /** Ends everything that is under way. */
  readonly signal: AbortSignal;
}

/** The URLs of a server and what it wants of its clients (RFC 8555 section 7.1.1). */
export interface Directory {
  readonly newNonce: string;
  readonly newAccount: string;
  readonly newOrder: string;
  readonly termsOfService: string | undefined;
  readonly needsExternalAccount: boolean;
}

export interface AcmeAnswer {
  readonly status: number;
  /** The parsed body, or its text when it is no JSON. */
  readonly body: unknown;
  readonly location: string | undefined;
  readonly retryAfterMs: number | undefined;
}

/** Signed requests to one server with one account key. */
export interface AcmeClient {
  readonly environment: AcmeEnvironment;
  readonly directory: Directory;
  readonly jwk: EcJwk;
  /**
   * Sends a signed request, again when its nonce is refused.
   * @param account the account's URL; absent for the request that makes the account
   * @param payload absent to read something (POST-as-GET, RFC 8555 section 6.3)
   * @throws {AcmeError} for every answer but a success
   */
  post(url: string, account: string | undefined, payload?: unknown): Promise<AcmeAnswer>;
}

/**
 * Reads a server's directory.
 * @param accountKey PEM, over P-256
 * @throws {AcmeError}
 */
export async function connectAcme(
  directoryUrl: string,
  accountKey: string,
  environment: AcmeEnvironment,
): Promise<AcmeClient> {
  const key = createPrivateKey(accountKey);
  const jwk = jwkOf(key);
  const headers = { 'User-Agent': environment.userAgent };
  const directory = readDirectory((await read(await call(directoryUrl, { headers }))).body);
  const nonces: string[] = [];

  async function call(url: string, init: RequestInit): Promise<Response> {
    const signal = AbortSignal.any([environment.signal, AbortSignal.timeout(REQUEST_TIMEOUT_MS)]);
    try {
      return await environment.fetch(url, { ...init, signal });
    } catch (error) {
      environment.signal.throwIfAborted();
      throw new AcmeError(`${url} cannot be reached: ${reasonOf(error)}.`, { cause: error });
    }
  }

  async function nonce(): Promise<string> {
    const known = nonces.pop();
    if (known !== undefined) return known;
    const response = await call(directory.newNonce, { method: 'HEAD', headers });
    const fresh = response.headers.get('replay-nonce');
    if (fresh === null) throw new AcmeError(`${directory.newNonce} gave no nonce (status ${response.status}).`);
    return fresh;
  }

  async function send(url: string, account: string | undefined, payload: unknown): Promise<AcmeAnswer> {
    const who = account === undefined ? { jwk } : { kid: account };
    const header: JwsHeader = { ...who, nonce: await nonce(), url };
    const response = await call(url, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/jose+json' },
      body: JSON.stringify(signJws(key, header, payload)),
    });
    const next = response.headers.get('replay-nonce');
    if (next !== null) nonces.push(next);
    return read(response);
  }

  async function read(response: Response): Promise<AcmeAnswer> {
    const body = parse(await response.text());
    const retryAfterMs = parseRetryAfter(response.headers.get('retry-after'), environment.now());
    if (!response.ok) {
      const { text, problem } = describeProblem(body);
      const message = `${response.url} answered ${response.status}: ${text}`;
      throw new AcmeError(message, { ...(problem !== undefined && { problem }), retryAfterMs });
    }
    return { status: response.status, body, location: response.headers.get('location') ?? undefined, retryAfterMs };
  }

  return {
    environment,
    directory,
    jwk,
    async post(url, account, payload) {
      for (let tries = 0; ; tries++) {
        try {
          return await send(url, account, payload);
        } catch (error) {
          const isBadNonce = error instanceof AcmeError && error.problem === 'badNonce';
          if (!isBadNonce || tries === MAX_NONCE_RETRIES) throw error;
        }
      }
    },
  };
}

function readDirectory(body: unknown): Directory {
  const { newNonce, newAccount, newOrder, meta } = (body ?? {}) as Record<string, unknown>;
  if (typeof newNonce !== 'string' || typeof newAccount !== 'string' || typeof newOrder !== 'string')
    throw new AcmeError('The ACME directory names no newNonce, newAccount and newOrder: is its URL right?');
  const { termsOfService, externalAccountRequired } = (meta ?? {}) as Record<string, unknown>;
  return {
    newNonce,
    newAccount,
    newOrder,
    termsOfService: typeof termsOfService === 'string' ? termsOfService : undefined,
    needsExternalAccount: externalAccountRequired === true,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** `fetch` hides what went wrong in its error's cause. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Error ? cause.message || String((cause as NodeJS.ErrnoException).code) : String(cause);
}
