import type { UpstreamRequest, UpstreamResponse, UpstreamRoute, UpstreamTls } from '../../../http/index.ts';
import type { Integration } from '../../../model/index.ts';
import { type CompileScope, resolveStageVariables } from '../../method/index.ts';
import { balancedRoute, balancedSend } from '../../vpc-links/index.ts';
import type { Endpoint } from './endpoint.ts';

/** The way from an integration to its backend: for calls without a promise, and for those with one. */
export interface Connection {
  readonly route: UpstreamRoute;
  send(request: Omit<UpstreamRequest, 'origin' | 'tls'>, signal: AbortSignal): Promise<UpstreamResponse>;
}

/**
 * Finds the way: to the host of the endpoint's URI, or over a VPC link to its targets, which then see that host's name in
 * `Host` and are verified by it (features A5.6, A5.8).
 * @throws {ConfigurationProblem} for a VPC link that leads nowhere
 */
export function connectionTo({ origin }: Endpoint, integration: Integration, scope: CompileScope): Connection {
  const { upstream, clientIdentity } = scope;
  const insecureSkipVerification = integration.tlsConfig?.insecureSkipVerification === true;
  const own: UpstreamTls = {
    insecureSkipVerification,
    ...(clientIdentity && {
      clientCertificate: { cert: clientIdentity.certificate, key: clientIdentity.privateKey },
    }),
  };
  if (integration.connectionType !== 'VPC_LINK') {
    return {
      route: upstream.route(origin, own),
      send: (request, signal) => upstream.send({ ...request, origin, tls: own }, signal),
    };
  }
  const group = scope.targetsOf(resolveStageVariables(integration.connectionId ?? '', scope.stageVariables));
  const tls: UpstreamTls = { ...own, serverName: origin.hostname };
  return {
    route: balancedRoute(upstream, group, tls),
    send: (request, signal) => balancedSend(upstream, group, { ...request, origin, tls }, signal),
  };
}
