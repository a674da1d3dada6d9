import { randomUUID } from 'node:crypto';
import { listenH1 } from '../../http/index.ts';
import type { Service } from '../control.ts';
import { type ControlPlaneOptions, createControlPlane, type FailedCall } from '../index.ts';

export const ACCOUNT_ID = '000000000000';
export const KEY = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };

export interface ControlPlaneServer {
  readonly endpoint: string;
  /** What went wrong inside, in order. */
  readonly errors: { readonly error: unknown; readonly call: FailedCall }[];
  close(): Promise<void>;
}

/** A control plane on a port of its own, with the root credentials `KEY`. */
export async function serveControlPlane(
  services: readonly Service[],
  changes: Partial<ControlPlaneOptions> = {},
): Promise<ControlPlaneServer> {
  const errors: ControlPlaneServer['errors'] = [];
  const principal = {
    arn: `arn:aws:iam::${ACCOUNT_ID}:root`,
    accountId: ACCOUNT_ID,
    userId: ACCOUNT_ID,
    accessKeyId: KEY.accessKeyId,
  };
  const document = JSON.stringify({ Statement: { Effect: 'Allow', Action: '*', Resource: '*' } });
  const policies = { identity: [{ name: 'everything', document }] };
  const control = createControlPlane({
    services,
    credentials: { find: async (id) => (id === KEY.accessKeyId ? { ...KEY, principal, policies } : undefined) },
    accountIds: [ACCOUNT_ID],
    now: Date.now,
    uuid: randomUUID,
    onError: (error, call) => errors.push({ error, call }),
    ...changes,
  });
  const listener = await listenH1({
    host: '127.0.0.1',
    port: 0,
    onExchange: (exchange) => control.handle(exchange),
  });
  return { endpoint: `http://127.0.0.1:${listener.port}`, errors, close: () => listener.close(0) };
}
