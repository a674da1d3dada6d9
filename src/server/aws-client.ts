import type { AwsSigner, serviceEndpoint } from '../gateway/index.ts';
import type { H1Client } from '../http/index.ts';
import type { AwsAccess, AwsClient } from '../model/index.ts';

const TIMEOUT_MS = 30_000;
/** The largest answer that is taken: a zip file of code (Lambda quotas: 250 MB unpacked). */
const MAX_ANSWER_BYTES = 268_435_456;

interface Loaded {
  readonly serviceEndpoint: typeof serviceEndpoint;
  readonly signer: AwsSigner;
  readonly upstream: H1Client;
}

/**
 * Calls of AWS services by the control process, signed as integrations sign theirs. What it needs is loaded by the first.
 * @param access where services are, and the operator's credentials
 */
export function createAwsClient(access: AwsAccess): AwsClient {
  let loaded: Promise<Loaded> | undefined;
  return {
    async endpointUrl(service, region, partition = 'aws') {
      loaded ??= load(access);
      return (await loaded).serviceEndpoint(uriOf(service, region, partition), access).url;
    },
    async call({ service, region, partition = 'aws', method, path, headers, body }) {
      loaded ??= load(access);
      const { serviceEndpoint, signer, upstream } = await loaded;
      const endpoint = serviceEndpoint(uriOf(service, region, partition), access);
      const url = new URL(endpoint.url);
      const full = `${url.pathname.replace(/\/$/, '')}${path}`;
      const [pathOnly = '', query = ''] = full.split('?');
      const all = ['Host', url.host, ...headers];
      const signature = await signer.sign(
        { method, path: pathOnly, query, headers: all },
        body,
        endpoint,
        signer.credentials(endpoint, undefined),
      );
      const isTls = url.protocol === 'https:';
      const response = await upstream.send({
        method,
        origin: {
          protocol: isTls ? 'https:' : 'http:',
          hostname: url.hostname.replace(/^\[|\]$/g, ''),
          port: url.port === '' ? (isTls ? 443 : 80) : Number(url.port),
        },
        path: full,
        headers: [...all, ...signature],
        body,
        timeoutMs: TIMEOUT_MS,
      });
      return { status: response.status, headers: response.headers, body: await response.readBody(MAX_ANSWER_BYTES) };
    },
  };
}

function uriOf(service: string, region: string, partition: string) {
  return { partition, region, service, subdomain: undefined, kind: 'path', target: '' } as const;
}

async function load(access: AwsAccess): Promise<Loaded> {
  const [gateway, http] = await Promise.all([import('../gateway/index.ts'), import('../http/index.ts')]);
  const upstream = new http.H1Client();
  const signer = new gateway.AwsSigner({ awsAccess: () => access, upstream, now: Date.now });
  return { serviceEndpoint: gateway.serviceEndpoint, signer, upstream };
}
