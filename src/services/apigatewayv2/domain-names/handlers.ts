import type { DomainName } from '../../../model/index.ts';
import type { ServiceContext } from '../context.ts';
import { pageOf } from '../pagination.ts';
import type { ApiGatewayV2Handlers, In } from '../types.ts';
import { readConfiguration, reconfigured } from './configuration.ts';
import { renderDomainName } from './render.ts';
import { readRoutingMode } from './routing-mode.ts';

export function domainNameHandlers({ domainNames }: ServiceContext) {
  return {
    createDomainName: async (input, call) => {
      const { DomainNameConfigurations, MutualTlsAuthentication: mutualTls, RoutingMode } = input;
      const created = await domainNames.create(
        {
          domainName: input.DomainName,
          ...readConfiguration(DomainNameConfigurations),
          ...(mutualTls?.TruststoreUri && {
            mutualTlsAuthentication: {
              truststoreUri: mutualTls.TruststoreUri,
              ...(mutualTls.TruststoreVersion && { truststoreVersion: mutualTls.TruststoreVersion }),
            },
          }),
          ...(RoutingMode && { routingMode: readRoutingMode(RoutingMode) }),
          tags: input.Tags,
        },
        call,
      );
      return renderDomainName(created);
    },

    getDomainName: async ({ DomainName }, { scope }) =>
      renderDomainName((await domainNames.require(scope, { domainName: DomainName })).domain),

    /** Private ones are of the first version alone (guide page apigateway-private-custom-domains). */
    getDomainNames: async (page, { scope }) => {
      const all = (await domainNames.all(scope)).map(({ domain }) => domain);
      const open = all.filter(({ domainNameId }) => domainNameId === undefined);
      const { items, ...rest } = pageOf(open, ({ domainName }) => domainName, page);
      return { Items: items.map(renderDomainName), ...rest };
    },

    updateDomainName: async (input, call) => {
      const change = (before: DomainName) => changed(before, input);
      return renderDomainName(await domainNames.update({ domainName: input.DomainName }, change, call));
    },

    deleteDomainName: async ({ DomainName }, { scope }) => {
      await domainNames.remove(scope, { domainName: DomainName });
      return {};
    },
  } satisfies ApiGatewayV2Handlers;
}

/** An empty URI switches mutual TLS off (guide page http-api-mutual-tls). @throws {ServiceError} 400 */
function changed(before: DomainName, input: In<'updateDomainName'>): DomainName {
  const { MutualTlsAuthentication: asked, RoutingMode, DomainNameConfigurations } = input;
  const { mutualTlsAuthentication, ...rest } = reconfigured(before, DomainNameConfigurations);
  const truststoreUri = asked?.TruststoreUri ?? mutualTlsAuthentication?.truststoreUri;
  const truststoreVersion = asked ? asked.TruststoreVersion : mutualTlsAuthentication?.truststoreVersion;
  return {
    ...rest,
    ...(truststoreUri && {
      mutualTlsAuthentication: {
        ...mutualTlsAuthentication,
        truststoreUri,
        ...(truststoreVersion && { truststoreVersion }),
      },
    }),
    ...(RoutingMode && { routingMode: readRoutingMode(RoutingMode) }),
  };
}
