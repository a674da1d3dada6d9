import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { known } from './sdk.ts';

/** A real issuer of OpenID Connect: the certified implementation from npm. */
export interface OidcIssuer {
  readonly url: string;
  /** Signs somebody in through the issuer's own pages, as a browser would. */
  signIn(user: string): Promise<{ readonly idToken: string; readonly accessToken: string }>;
  close(): Promise<void>;
}

const CLIENT_ID = 'web';
const CALLBACK = 'https://app.test/callback';
const RESOURCE = 'https://pets.test';

export async function startOidcIssuer(): Promise<OidcIssuer> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const provider = new Provider(url, {
    clients: [{ client_id: CLIENT_ID, redirect_uris: [CALLBACK], token_endpoint_auth_method: 'none' }],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'first' }] },
    cookies: { keys: ['test'] },
    scopes: ['openid', 'pets/read'],
    features: {
      devInteractions: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: 'pets/read',
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
  });
  server.on('request', provider.callback());
  return {
    url,
    signIn: (user) => signIn(url, user),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** RFC 6749 section 4.1 with RFC 7636: the pages ask who it is, then whether the application may. */
async function signIn(issuer: string, user: string) {
  const jar = new Map<string, string>();
  const verifier = randomBytes(32).toString('base64url');
  const question = new URLSearchParams({
    client_id: CLIENT_ID,
    redirect_uri: CALLBACK,
    response_type: 'code',
    scope: 'openid pets/read',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  let next = await go(`${issuer}/auth?${question}`, jar);
  for (let page = 0; !next.startsWith(CALLBACK); page++) {
    if (page > 10) throw new Error(`The issuer never comes to an end: ${next}`);
    const isInteraction = next.includes('/interaction/');
    const form = isInteraction ? await formOf(next, jar, user) : undefined;
    next = await go(next, jar, form);
  }
  const answer = await fetch(`${issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: known(new URL(next).searchParams.get('code') ?? undefined),
      client_id: CLIENT_ID,
      redirect_uri: CALLBACK,
      code_verifier: verifier,
    }),
  });
  const { id_token: idToken, access_token: accessToken } = (await answer.json()) as Record<string, string>;
  return { idToken: known(idToken), accessToken: known(accessToken) };
}

async function formOf(url: string, jar: Map<string, string>, login: string): Promise<URLSearchParams> {
  const page = await (await fetch(url, { headers: { cookie: cookies(jar) } })).text();
  const prompt = known(/name="prompt" value="(\w+)"/.exec(page)?.[1]);
  return new URLSearchParams({ prompt, ...(prompt === 'login' && { login, password: 'any' }) });
}

/** One request; gives the address that it leads to. */
async function go(url: string, jar: Map<string, string>, form?: URLSearchParams): Promise<string> {
  const response = await fetch(url, {
    redirect: 'manual',
    headers: { cookie: cookies(jar) },
    ...(form && { method: 'POST', body: form }),
  });
  for (const cookie of response.headers.getSetCookie()) {
    const [name = '', value = ''] = (cookie.split(';', 1)[0] ?? '').split('=');
    jar.set(name, value);
  }
  return new URL(known(response.headers.get('location') ?? undefined), url).href;
}

function cookies(jar: ReadonlyMap<string, string>): string {
  return [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
}
