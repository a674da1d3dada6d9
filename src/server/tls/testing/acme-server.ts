import { createPublicKey, randomBytes, verify } from 'node:crypto';
import { createServer, get, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  cryptoKeys,
  DecodedCertificate,
  Pkcs10CertificateRequest,
  SIGNING,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '../../../x509/index.ts';
import { type EcJwk, thumbprintOf } from '../acme/jws.ts';
import { makeAuthority } from '../dev/issue.ts';

/** What a test wants the authority to be like. */
export interface AcmeBehaviour {
  /** Where it asks for challenges: port of 127.0.0.1, whatever the name. */
  readonly challengePort: number;
  /** Milliseconds since the epoch. */
  now(): number;
  /** How long certificates live. */
  readonly lifeMs: number;
  readonly termsOfService?: string;
  /** Refuses this many requests with `badNonce` first. */
  badNonces: number;
  /** Refuses new orders in this way. */
  refuseOrders?: {
    readonly status: number;
    readonly type: string;
    readonly detail: string;
    readonly retryAfter: string;
  };
  /** Looks at an order or an authorization that say "processing" or "pending" before the result. */
  readonly slowness: number;
}

/**
 * An ACME server on loopback for tests: it verifies each signature, nonce and URL, fetches http-01 challenges, checks the
 * signing request and issues real certificates (RFC 8555 sections 6 to 8).
 */
export interface AcmeServer {
  readonly directoryUrl: string;
  readonly behaviour: AcmeBehaviour;
  /** What was asked of it, in order: `newOrder a.example`, `challenge a.example valid`, ... */
  readonly events: string[];
  close(): Promise<void>;
}

interface Authorization {
  readonly name: string;
  readonly token: string;
  status: 'pending' | 'valid' | 'invalid';
  error?: unknown;
  looks: number;
}

interface Order {
  readonly account: string;
  readonly authorizations: readonly string[];
  status: 'pending' | 'ready' | 'processing' | 'valid' | 'invalid';
  certificate?: string;
  looks: number;
}

class Refusal extends Error {
  readonly status: number;
  readonly type: string;
  readonly retryAfter: string | undefined;
  constructor(status: number, type: string, detail: string, retryAfter?: string) {
    super(detail);
    this.status = status;
    this.type = type;
    this.retryAfter = retryAfter;
  }
}

export async function startAcmeServer(
  settings: Partial<AcmeBehaviour> & { challengePort: number },
): Promise<AcmeServer> {
  const behaviour: AcmeBehaviour = { now: Date.now, lifeMs: 90 * 86_400_000, badNonces: 0, slowness: 0, ...settings };
  const authority = await makeAuthority(behaviour.now(), 'test');
  const nonces = new Set<string>();
  const accounts = new Map<string, EcJwk>();
  const authorizations = new Map<string, Authorization>();
  const orders = new Map<string, Order>();
  const events: string[] = [];
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => refuse(response, error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  function freshNonce(): string {
    const nonce = randomBytes(16).toString('base64url');
    nonces.add(nonce);
    return nonce;
  }

  function reply(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
    const isText = typeof body === 'string';
    const type = isText ? 'application/pem-certificate-chain' : 'application/json';
    response.writeHead(status, { 'Content-Type': type, 'Replay-Nonce': freshNonce(), ...headers });
    response.end(isText ? body : JSON.stringify(body));
  }

  function refuse(response: ServerResponse, error: unknown): void {
    const refusal = error instanceof Refusal ? error : new Refusal(500, 'serverInternal', String(error));
    const { status, type, message, retryAfter } = refusal;
    const headers = { 'Content-Type': 'application/problem+json', ...(retryAfter && { 'Retry-After': retryAfter }) };
    reply(response, status, { type: `urn:ietf:params:acme:error:${type}`, detail: message }, headers);
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url = '', method } = request;
    if (request.headers['user-agent'] === undefined) throw new Refusal(400, 'malformed', 'There is no User-Agent.');
    if (url === '/directory') return reply(response, 200, directory());
    if (url === '/nonce' && method === 'HEAD') return reply(response, 200, '');
    if (method !== 'POST') throw new Refusal(405, 'malformed', 'Only POST is possible here.');
    const { account, jwk, payload } = open(url, request, await textOf(request));
    if (url === '/account') return newAccount(response, jwk, payload);
    if (account === undefined) throw new Refusal(400, 'accountDoesNotExist', 'There is no such account.');
    if (url === '/order') return newOrder(response, account, payload);
    const [, kind, id = ''] = url.split('/');
    if (kind === 'authorization') return showAuthorization(response, id);
    if (kind === 'challenge') return await challenge(response, id, account, payload);
    if (kind === 'order') return showOrder(response, id, account);
    if (kind === 'finalize') return await finalize(response, id, account, payload);
    if (kind === 'certificate') return reply(response, 200, orderOf(id, account).certificate ?? '');
    throw new Refusal(404, 'malformed', `There is nothing at ${url}.`);
  }

  function directory(): object {
    const { termsOfService } = behaviour;
    const meta = termsOfService === undefined ? {} : { meta: { termsOfService } };
    return { newNonce: `${base}/nonce`, newAccount: `${base}/account`, newOrder: `${base}/order`, ...meta };
  }

  /** Checks who sent a message and that it is meant for this URL, once (RFC 8555 sections 6.2 to 6.5). */
  function open(
    path: string,
    request: IncomingMessage,
    text: string,
  ): { account?: string; jwk: EcJwk; payload: unknown } {
    if (request.headers['content-type'] !== 'application/jose+json')
      throw new Refusal(415, 'malformed', 'The message is not application/jose+json.');
    const jws = JSON.parse(text) as { protected: string; payload: string; signature: string };
    const header = JSON.parse(String(Buffer.from(jws.protected, 'base64url')));
    if (!nonces.delete(header.nonce) || behaviour.badNonces-- > 0)
      throw new Refusal(400, 'badNonce', 'The nonce is unknown or was used.');
    if (header.url !== base + path) throw new Refusal(401, 'unauthorized', 'The message is for another URL.');
    if ((header.jwk === undefined) === (header.kid === undefined))
      throw new Refusal(400, 'malformed', 'Either jwk or kid must be there.');
    const account: string | undefined = header.kid?.slice(`${base}/account/`.length);
    const jwk: EcJwk | undefined = header.jwk ?? accounts.get(account ?? '');
    if (jwk === undefined) throw new Refusal(400, 'accountDoesNotExist', 'There is no such account.');
    const key = createPublicKey({ key: { ...jwk }, format: 'jwk' });
    const signature = Buffer.from(jws.signature, 'base64url');
    const signed = Buffer.from(`${jws.protected}.${jws.payload}`);
    if (header.alg !== 'ES256' || !verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, signature))
      throw new Refusal(401, 'unauthorized', 'The signature is wrong.');
    const payload = jws.payload === '' ? undefined : JSON.parse(String(Buffer.from(jws.payload, 'base64url')));
    return { ...(account !== undefined && { account }), jwk, payload };
  }

  function newAccount(response: ServerResponse, jwk: EcJwk, payload: unknown): void {
    const { termsOfServiceAgreed, contact } = payload as { termsOfServiceAgreed?: boolean; contact?: string[] };
    if (behaviour.termsOfService !== undefined && termsOfServiceAgreed !== true)
      throw new Refusal(403, 'userActionRequired', 'The terms were not agreed to.');
    const id = thumbprintOf(jwk);
    const status = accounts.has(id) ? 200 : 201;
    accounts.set(id, jwk);
    events.push(`account ${status} ${contact?.join() ?? ''}`.trim());
    reply(response, status, { status: 'valid' }, { Location: `${base}/account/${id}` });
  }

  function newOrder(response: ServerResponse, account: string, payload: unknown): void {
    const { refuseOrders } = behaviour;
    if (refuseOrders)
      throw new Refusal(refuseOrders.status, refuseOrders.type, refuseOrders.detail, refuseOrders.retryAfter);
    const names = (payload as { identifiers: { value: string }[] }).identifiers.map(({ value }) => value);
    events.push(`order ${names.join()}`);
    const ids = names.map((name) => {
      const id = randomBytes(8).toString('hex');
      authorizations.set(id, { name, token: randomBytes(32).toString('base64url'), status: 'pending', looks: 0 });
      return id;
    });
    const id = randomBytes(8).toString('hex');
    orders.set(id, { account, authorizations: ids, status: 'pending', looks: 0 });
    reply(response, 201, orderBody(id), { Location: `${base}/order/${id}` });
  }

  function orderOf(id: string, account: string): Order {
    const order = orders.get(id);
    if (order === undefined || order.account !== account)
      throw new Refusal(404, 'malformed', 'There is no such order.');
    return order;
  }

  function orderBody(id: string): object {
    const order = orders.get(id) as Order;
    return {
      status: order.status,
      authorizations: order.authorizations.map((each) => `${base}/authorization/${each}`),
      finalize: `${base}/finalize/${id}`,
      ...(order.status === 'valid' && { certificate: `${base}/certificate/${id}` }),
    };
  }

  function showOrder(response: ServerResponse, id: string, account: string): void {
    const order = orderOf(id, account);
    const states = order.authorizations.map((each) => authorizations.get(each)?.status);
    if (order.status === 'pending' && states.every((status) => status === 'valid')) order.status = 'ready';
    if (order.status === 'pending' && states.includes('invalid')) order.status = 'invalid';
    if (order.status === 'processing' && order.looks++ >= behaviour.slowness) order.status = 'valid';
    reply(response, 200, orderBody(id), order.status === 'processing' ? { 'Retry-After': '1' } : {});
  }

  function showAuthorization(response: ServerResponse, id: string): void {
    const authorization = authorizations.get(id);
    if (authorization === undefined) throw new Refusal(404, 'malformed', 'There is no such authorization.');
    const { name, token, error } = authorization;
    const status =
      authorization.looks++ > 0 && authorization.looks <= behaviour.slowness ? 'pending' : authorization.status;
    const offered = [
      { type: 'dns-01', url: `${base}/challenge/${id}`, token, status },
      { type: 'http-01', url: `${base}/challenge/${id}`, token, status, ...(status === 'invalid' && { error }) },
    ];
    reply(response, 200, { status, identifier: { type: 'dns', value: name }, challenges: offered });
  }

  async function challenge(response: ServerResponse, id: string, account: string, payload: unknown): Promise<void> {
    const authorization = authorizations.get(id);
    if (authorization === undefined || payload === undefined)
      throw new Refusal(400, 'malformed', 'A challenge is begun with an empty object.');
    const { name, token } = authorization;
    const wanted = `${token}.${account}`;
    const got = await fetchChallenge(name, token).catch((error: unknown) => String(error));
    authorization.status = got === wanted ? 'valid' : 'invalid';
    if (got !== wanted)
      authorization.error = {
        type: 'urn:ietf:params:acme:error:unauthorized',
        detail: `${name} gave ${JSON.stringify(got)}`,
      };
    events.push(`challenge ${name} ${authorization.status}`);
    reply(response, 200, { type: 'http-01', status: 'processing', token, url: `${base}/challenge/${id}` });
  }

  function fetchChallenge(name: string, token: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const path = `/.well-known/acme-challenge/${token}`;
      const options = { host: '127.0.0.1', port: behaviour.challengePort, path, headers: { Host: name }, agent: false };
      get(options, (response) => {
        textOf(response).then(
          (text) => (response.statusCode === 200 ? resolve(text) : reject(`status ${response.statusCode}`)),
          reject,
        );
      }).on('error', reject);
    });
  }

  async function finalize(response: ServerResponse, id: string, account: string, payload: unknown): Promise<void> {
    const order = orderOf(id, account);
    if (order.status !== 'ready') throw new Refusal(403, 'orderNotReady', `The order is ${order.status}.`);
    const { csr } = payload as { csr: string };
    const request = new Pkcs10CertificateRequest(Buffer.from(csr, 'base64url'));
    const extension = request.extensions.find((each) => each instanceof SubjectAlternativeNameExtension);
    const names = extension?.names.toJSON().map(({ value }) => value) ?? [];
    const ordered = order.authorizations.map((each) => authorizations.get(each)?.name);
    if (!(await request.verify()) || names.join() !== ordered.join())
      throw new Refusal(400, 'badCSR', `The request is for ${names.join()}, the order for ${ordered.join()}.`);
    order.certificate = await issue(request, names);
    order.status = 'processing';
    events.push(`certificate ${names.join()}`);
    reply(response, 200, orderBody(id), { Location: `${base}/order/${id}` });
  }

  async function issue(request: Pkcs10CertificateRequest, names: readonly string[]): Promise<string> {
    const { privateKey } = await cryptoKeys(authority.privateKey);
    const certificate = await X509CertificateGenerator.create({
      subject: [],
      issuer: new DecodedCertificate(authority.certificate).subjectName,
      publicKey: request.publicKey,
      signingKey: privateKey,
      signingAlgorithm: SIGNING,
      notBefore: new Date(behaviour.now() - 1_000),
      notAfter: new Date(behaviour.now() + behaviour.lifeMs),
      extensions: [
        new SubjectAlternativeNameExtension(
          names.map((value) => ({ type: 'dns', value }) as const),
          true,
        ),
      ],
    });
    return `${certificate.toString('pem')}\n${authority.certificate}`;
  }

  return {
    directoryUrl: `${base}/directory`,
    behaviour,
    events,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function textOf(message: IncomingMessage): Promise<string> {
  message.setEncoding('utf8');
  let text = '';
  for await (const chunk of message) text += chunk;
  return text;
}
