import { createHash, createHmac } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import { KEY } from './control-plane-server.ts';

/** What a test changes about the way in which a request is signed. */
export interface Signing {
  readonly service: string;
  readonly region?: string;
  readonly accessKeyId?: string;
  readonly secretAccessKey?: string;
  readonly date?: Date;
}

export interface RawRequest {
  readonly method: string;
  readonly path: string;
  readonly query?: Record<string, string>;
  readonly headers?: Record<string, string>;
  readonly body?: string | Uint8Array;
}

/** A request with headers signed by the SDK's own signer, ready to be sent or to be spoilt first. */
export async function signedRequest(endpoint: string, request: RawRequest, signing: Signing): Promise<Request> {
  const url = new URL(request.path, endpoint);
  for (const [name, value] of Object.entries(request.query ?? {})) url.searchParams.set(name, value);
  const signer = new SignatureV4({
    credentials: {
      accessKeyId: signing.accessKeyId ?? KEY.accessKeyId,
      secretAccessKey: signing.secretAccessKey ?? KEY.secretAccessKey,
    },
    region: signing.region ?? 'eu-central-1',
    service: signing.service,
    sha256: Sha256,
  });
  const signed = await signer.sign(
    {
      method: request.method,
      protocol: 'http:',
      hostname: url.hostname,
      path: url.pathname,
      query: request.query ?? {},
      headers: { ...request.headers, host: url.host },
      body: request.body,
    },
    { signingDate: signing.date ?? new Date() },
  );
  return new Request(url, {
    method: request.method,
    headers: signed.headers,
    ...(request.body !== undefined && { body: request.body }),
  });
}

/** What the SDK's signer wants of a hash, on node:crypto. */
export class Sha256 {
  readonly #hash;

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', bytes(secret));
  }

  update(data: string | ArrayBuffer | ArrayBufferView): void {
    this.#hash.update(bytes(data));
  }

  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }

  reset(): void {
    throw new Error('The signer makes a new hash each time.');
  }
}

function bytes(data: string | ArrayBuffer | ArrayBufferView): Uint8Array {
  if (typeof data === 'string') return Buffer.from(data, 'utf8');
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}
