import { afterEach } from 'vitest';
import type { UpstreamRequest } from '../../upstream.ts';
import { H1Client, type H1ClientOptions } from '../client/index.ts';

const open: H1Client[] = [];

/** A client until the end of the test. */
export function client(options: H1ClientOptions = {}): H1Client {
  const made = new H1Client(options);
  open.push(made);
  return made;
}

afterEach(() => {
  for (const made of open.splice(0)) made.close();
});

/** A GET of `/`, unless told otherwise. */
export function request(port: number, what: Partial<UpstreamRequest> = {}): UpstreamRequest {
  return {
    method: 'GET',
    origin: { protocol: 'http:', hostname: '127.0.0.1', port },
    path: '/',
    headers: ['Host', 'h'],
    body: Buffer.alloc(0),
    timeoutMs: 5_000,
    ...what,
  };
}
