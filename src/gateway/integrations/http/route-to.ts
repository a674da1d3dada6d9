import type { UpstreamRoute, UpstreamTls } from '../../../http/index.ts';
import type { Integration } from '../../../model/index.ts';
import { type CompileScope, resolveStageVariables } from '../../method/index.ts';
import { balancedRoute } from '../../vpc-links/index.ts';
import type { Endpoint } from './endpoint.ts';

/**
 * Finds the way from an integration to its backend: to the host of the endpoint's URI, or over a VPC link to its targets, which
 * then see that host's name in `Host` and are verified by it (features A5.6, A5.8).
 * @throws {ConfigurationProblem} for a VPC link that leads nowhere
 */
export function routeTo({ origin }: Endpoint, integration: Integration, scope: CompileScope): UpstreamRoute {
  const { upstream, clientIdentity } = scope;
  const own: UpstreamTls = {
    insecureSkipVerification: integration.tlsConfig?.insecureSkipVerification === true,
    ...(clientIdentity && {
      clientCertificate: { cert: clientIdentity.certificate, key: clientIdentity.privateKey },
    }),
  };
  if (integration.connectionType !== 'VPC_LINK') return upstream.route(origin, own);
  const group = scope.targetsOf(resolveStageVariables(integration.connectionId ?? '', scope.stageVariables));
  return balancedRoute(upstream, group, { ...own, serverName: origin.hostname });
}
