import { SignatureV4 } from '@smithy/signature-v4';
import type { CallOptions } from './harness.ts';

/** Of the access key `AKIDANNA`. */
export const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';

/** What a test varies of a request that anna signs for `/a` of the stage `dev`. */
export interface Signing {
  readonly method?: string;
  readonly path?: string;
  readonly query?: Record<string, string>;
  readonly body?: string;
  /** Sent without being signed, names and values in one flat list. */
  readonly unsigned?: readonly string[];
  readonly accessKeyId?: string;
  readonly secret?: string;
  readonly sessionToken?: string;
  readonly region?: string;
  readonly service?: string;
  readonly at?: Date;
}
/** The target of `/a`. */
export const PATH = '/restapis/api1234567/dev/_user_request_/a';

type Hash = ConstructorParameters<typeof SignatureV4>[0]['sha256'];

/** Makes what signs requests by the SDK's own signer, on a hash that it can use. */
export function signing(sha256: Hash): (what?: Signing) => Promise<{ target: string; options: CallOptions }> {
  return (what = {}) => sign(what, sha256);
}

async function sign(signing: Signing, sha256: Hash): Promise<{ target: string; options: CallOptions }> {
  const { method = 'GET', path = PATH, query = {}, body, region = 'us-east-1', service = 'execute-api' } = signing;
  const signer = new SignatureV4({
    credentials: {
      accessKeyId: signing.accessKeyId ?? 'AKIDANNA',
      secretAccessKey: signing.secret ?? SECRET,
      ...(signing.sessionToken !== undefined && { sessionToken: signing.sessionToken }),
    },
    region,
    service,
    sha256,
  });
  const request = { method, protocol: 'http:', hostname: 'gateway', path, query, headers: { host: 'gateway' }, body };
  const { headers } = await signer.sign(request, { signingDate: signing.at ?? new Date() });
  const search = new URLSearchParams(query).toString();
  return {
    target: search === '' ? path : `${path}?${search}`,
    options: {
      method,
      headers: [...Object.entries(headers).flat(), ...(signing.unsigned ?? [])],
      ...(body !== undefined && { body }),
    },
  };
}
