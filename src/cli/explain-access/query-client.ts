import { StartError } from '../../server/index.ts';
import { createSigningKeys, sha256Hex, signRequest } from '../../sigv4/index.ts';
import type { Connection } from '../api/connection.ts';

/** Calls of a service that speaks aws-query: parameters in, XML out. */
export type QueryClient = (service: 'iam' | 'sts', parameters: Readonly<Record<string, string>>) => Promise<string>;

const VERSIONS = { iam: '2010-05-08', sts: '2011-06-15' } as const;

/** @throws {StartError} (every call) when nobody answers, or the answer is an error */
export function createQueryClient({ endpoint, region, secret }: Connection, nowMs: () => number): QueryClient {
  const keys = createSigningKeys();
  return async (service, parameters) => {
    const body = new URLSearchParams({ ...parameters, Version: VERSIONS[service] }).toString();
    const headers = ['Host', endpoint.host, 'Content-Type', 'application/x-www-form-urlencoded'];
    const request = { method: 'POST', path: '/', query: '', headers };
    const signed = signRequest(request, sha256Hex(body), { region, service, nowMs: nowMs() }, secret, keys);
    const all = [...headers.slice(2), ...signed];
    const pairs = all.flatMap((name, at) => (at % 2 === 0 ? [[name, all[at + 1] ?? ''] as [string, string]] : []));
    const answer = await fetch(new URL('/', endpoint), { method: 'POST', headers: pairs, body }).catch(
      (error: unknown) => {
        throw new StartError(`No Sallyport answers at ${endpoint.origin}.`, { cause: error });
      },
    );
    const text = await answer.text();
    if (!answer.ok)
      throw new StartError(`${textIn(text, 'Code') ?? answer.status}: ${textIn(text, 'Message') ?? text}`);
    return text;
  };
}

/** The text of the first element of a name that has nothing but text in it. */
export function textIn(xml: string, name: string): string | undefined {
  return textsIn(xml, name)[0];
}

export function textsIn(xml: string, name: string): readonly string[] {
  const pattern = new RegExp(`<${name}>([^<]*)</${name}>`, 'g');
  return [...xml.matchAll(pattern)].map(([, text = '']) => decoded(text));
}

/** What stands in elements of a name, markup and all. */
export function partsIn(xml: string, name: string): readonly string[] {
  const pattern = new RegExp(`<${name}>(.*?)</${name}>`, 'gs');
  return [...xml.matchAll(pattern)].map(([, text = '']) => text);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#xD': '\r' };

function decoded(text: string): string {
  return text.replace(/&([#\w]+);/g, (all, name: string) => ENTITIES[name] ?? all);
}
