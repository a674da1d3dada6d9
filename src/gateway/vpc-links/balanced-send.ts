import { type UpstreamClient, UpstreamError, type UpstreamRequest, type UpstreamResponse } from '../../http/index.ts';
import type { TargetGroup } from './target-group.ts';

/**
 * Sends a request to one of the targets of a VPC link, and to the next when it cannot be connected to one.
 * @throws {UpstreamError} when no response head arrived
 */
export async function balancedSend(
  client: UpstreamClient,
  group: TargetGroup,
  request: UpstreamRequest,
  signal: AbortSignal,
): Promise<UpstreamResponse> {
  const { origins } = group;
  for (let attempt = 1; ; attempt++) {
    const target = group.next();
    try {
      return await client.send({ ...request, origin: origins[target] ?? request.origin }, signal);
    } catch (error) {
      if (!(error instanceof UpstreamError && error.failure === 'connect')) throw error;
      group.failed(target);
      // A body that streams may have been begun.
      if (!(request.body instanceof Uint8Array) || attempt >= origins.length) throw error;
    }
  }
}
