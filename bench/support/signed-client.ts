import { Agent, request } from 'node:http';
import { SignatureV4 } from '@smithy/signature-v4';
import { credentials } from '../../test/support/sallyport.ts';
import { Sha256 } from '../../test/support/sha256.ts';

/** Sends one signed API Gateway call and resolves with the decoded answer. @throws for a status of 400 and above */
export type SignedClient = (method: string, path: string, body?: unknown) => Promise<Record<string, unknown>>;

/** A lean client on kept-alive connections, so that a run measures the server and not an SDK. */
export function signedClient(baseUrl: string, connections: number): SignedClient {
  const { hostname, port, host } = new URL(baseUrl);
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const signer = new SignatureV4({ service: 'apigateway', region: 'us-east-1', credentials, sha256: Sha256 });

  return async (method, path, body) => {
    const payload = body === undefined ? '' : JSON.stringify(body);
    const [pathname = '', search] = path.split('?');
    const query = Object.fromEntries(new URLSearchParams(search));
    const headers = { host, ...(payload === '' ? {} : { 'content-type': 'application/json' }) };
    const signed = await signer.sign({
      method,
      protocol: 'http:',
      hostname,
      port: Number(port),
      path: pathname,
      query,
      headers,
      body: payload,
    });
    return new Promise((resolve, reject) => {
      const call = request({ agent, hostname, port, method, path, headers: signed.headers }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () => {
          if ((response.statusCode ?? 500) >= 400)
            reject(new Error(`${method} ${path}: ${response.statusCode} ${text}`));
          else resolve(text === '' ? {} : JSON.parse(text));
        });
      });
      call.on('error', reject);
      call.end(payload);
    });
  };
}
