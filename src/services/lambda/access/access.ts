import type { AccessRules, Demand } from '../../../aws/index.ts';
import type { Scope } from '../../../model/index.ts';
import type { CompiledPolicy } from '../../../policy/index.ts';
import type { Reader } from '../../../store/index.ts';
import { functionArn, parseFunctionName } from '../function-name.ts';
import { findLayerVersion, referToLayer } from '../layers/index.ts';
import { resolveFunction } from '../resolve.ts';
import { readPolicy } from './read-policy.ts';

type Input = Readonly<Record<string, unknown>>;

/** Operations whose action has another name. */
const ACTIONS: Readonly<Record<string, string>> = {
  Invoke: 'InvokeFunction',
  InvokeWithResponseStream: 'InvokeFunction',
  GetLayerVersionByArn: 'GetLayerVersion',
};

/** Operations that name a function or a layer and are no actions on it. */
const ON_NOTHING = new Set(['CreateEventSourceMapping', 'ListEventSourceMappings', 'ListLayerVersions']);

export function lambdaAccess(reader: Reader): AccessRules {
  return async ({ name }, input, { scope }) => {
    const action = `lambda:${ACTIONS[name] ?? name}`;
    const resource = ON_NOTHING.has(name) ? '*' : resourceOf(input, scope);
    const resourcePolicy = (await policyOf(reader, resource, scope)) ?? (await policyOfLayer(reader, resource, scope));
    const demands: Demand[] = [{ action, resource, ...(resourcePolicy && { resourcePolicy }) }];
    for (const layer of foreignLayers(input, scope)) {
      const policy = await policyOfLayer(reader, layer, scope);
      demands.push({ action: 'lambda:GetLayerVersion', resource: layer, ...(policy && { resourcePolicy: policy }) });
    }
    if (name === 'PutFunctionCodeSigningConfig' && typeof input.CodeSigningConfigArn === 'string') {
      demands.push({ action, resource: input.CodeSigningConfigArn });
    }
    if (typeof input.Role === 'string') {
      const keys = { 'iam:passedtoservice': 'lambda.amazonaws.com', 'iam:associatedresourcearn': resource };
      demands.push({ action: 'iam:PassRole', resource: input.Role, keys });
    }
    return demands;
  };
}

/** The ARN of what an operation is about, by the members that name it. */
function resourceOf(input: Input, scope: Scope): string {
  const { FunctionName, Qualifier, Resource, LayerName, VersionNumber, UUID, CodeSigningConfigArn, Arn } = input;
  const lambda = `arn:aws:lambda:${scope.region}:${scope.accountId}`;
  if (typeof FunctionName === 'string') return functionResource(FunctionName, Qualifier, scope);
  if (typeof Resource === 'string') return Resource;
  if (typeof LayerName === 'string') {
    const layer = LayerName.startsWith('arn:') ? LayerName : `${lambda}:layer:${LayerName}`;
    return VersionNumber === undefined ? layer : `${layer}:${String(VersionNumber)}`;
  }
  if (typeof UUID === 'string') return `${lambda}:event-source-mapping:${UUID}`;
  const arn = CodeSigningConfigArn ?? Arn;
  return typeof arn === 'string' ? arn : '*';
}

/** What is no name is refused by the handler; until then it is somebody's name all the same. */
function functionResource(given: string, qualifier: unknown, { region, accountId }: Scope): string {
  const parts = parseFunctionName(given) ?? { name: given };
  const scope = { region: parts.region ?? region, accountId: parts.accountId ?? accountId };
  const wanted = typeof qualifier === 'string' ? qualifier : parts.qualifier;
  return functionArn(scope, parts.name) + (wanted === undefined ? '' : `:${wanted}`);
}

/** The policy of a function, a version or an alias that is there: each has its own. */
async function policyOf(reader: Reader, resource: string, scope: Scope): Promise<CompiledPolicy | undefined> {
  const parts = parseFunctionName(resource);
  if (parts === undefined || !resource.startsWith('arn:')) return undefined;
  const { name, qualifier, region = scope.region, accountId = scope.accountId } = parts;
  const owner = { region, accountId };
  const reference = {
    scope: owner,
    name,
    arn: functionArn(owner, name),
    ...(qualifier !== undefined && { qualifier }),
  };
  const found = await resolveFunction(reader, reference);
  return found && readPolicy(found.statements, resource);
}

/** The layers of other accounts that a function is given (Lambda guide, "Layer access control"). */
function foreignLayers({ Layers }: Input, { accountId }: Scope): readonly string[] {
  if (!Array.isArray(Layers)) return [];
  return Layers.filter((arn): arn is string => typeof arn === 'string' && arn.split(':')[4] !== accountId);
}

/** The policy of a layer's version that is there; its ARN says so. */
async function policyOfLayer(reader: Reader, arn: string, scope: Scope): Promise<CompiledPolicy | undefined> {
  if (!/^arn:[\w-]+:lambda:[a-z0-9-]+:\d{12}:layer:[\w-]+:\d{1,12}$/.test(arn)) return undefined;
  const reference = referToLayer(arn, scope);
  const document = await findLayerVersion(reader, reference, reference.version ?? 0);
  return document && readPolicy(document.statements, arn);
}
