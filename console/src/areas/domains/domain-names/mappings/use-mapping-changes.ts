import type { AwsClient } from '../../../../aws/index.ts';
import { type Action, type Patch, useSteps, valuePatches } from '../../../../data/index.ts';
import { useAws } from '../../../../session/index.ts';
import { addressOf, type DomainName, isPrivate } from '../use-domain-names.ts';
import { type Mapping, NONE } from './use-mappings.ts';

interface Change {
  /** Absent for a new one. */
  readonly before?: Mapping | undefined;
  readonly after: Mapping;
}

/** Adds a mapping or changes one. Version 2 of the API wants a stage, so mappings without one are version 1's, as all of private names are. */
export function useSaveMapping(domain: DomainName): Action<Change, unknown> {
  const aws = useAws();
  return useSteps('apigateway', (change: Change) =>
    isPrivate(domain) || change.after.stage === '' ? saveV1(aws, domain, change) : saveV2(aws, domain, change),
  );
}

export function useRemoveMapping(domain: DomainName): Action<Mapping, unknown> {
  const aws = useAws();
  const address = addressOf(domain);
  return useSteps('apigateway', ({ id, path }: Mapping) =>
    isPrivate(domain)
      ? aws.call('apigateway', 'deleteBasePathMapping', { ...address, basePath: path })
      : aws.call('apigatewayv2', 'deleteApiMapping', { DomainName: address.domainName, ApiMappingId: id }),
  );
}

function saveV1(aws: AwsClient, domain: DomainName, { before, after }: Change): Promise<unknown> {
  const address = addressOf(domain);
  if (before === undefined) {
    const stage = after.stage !== '' && { stage: after.stage };
    return aws.call('apigateway', 'createBasePathMapping', {
      ...address,
      basePath: after.path,
      restApiId: after.apiId,
      ...stage,
    });
  }
  const patchOperations: Patch[] = [
    ...valuePatches('/basePath', before.path, after.path),
    ...valuePatches('/restapiId', before.apiId, after.apiId),
    ...valuePatches('/stage', before.stage, after.stage),
  ];
  return aws.call('apigateway', 'updateBasePathMapping', { ...address, basePath: before.path, patchOperations });
}

function saveV2(aws: AwsClient, domain: DomainName, { before, after }: Change): Promise<unknown> {
  const mapping = {
    DomainName: addressOf(domain).domainName,
    ApiId: after.apiId,
    Stage: after.stage,
    ApiMappingKey: after.path === NONE ? '' : after.path,
  };
  return before === undefined
    ? aws.call('apigatewayv2', 'createApiMapping', mapping)
    : aws.call('apigatewayv2', 'updateApiMapping', { ...mapping, ApiMappingId: before.id });
}
