import { connect } from 'node:net';
import type { UpstreamOrigin } from '../../http/index.ts';
import { TARGET_CHECK_TIMEOUT_MS } from '../limits.ts';

/** Whether a connection can be made: the health check that a network load balancer does unless told otherwise. */
export function checkTarget({ hostname, port }: UpstreamOrigin): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port });
    const settle = (isListening: boolean): void => {
      socket.destroy();
      resolve(isListening);
    };
    socket.setTimeout(TARGET_CHECK_TIMEOUT_MS, () => settle(false));
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
  });
}
