import type { Resource, Scope } from '../../../model/index.ts';
import type { Reader } from '../../../store/index.ts';
import { findSnapshot, stages } from '../documents/index.ts';
import { badRequest } from '../errors.ts';

type Variables = Readonly<Record<string, string>> | undefined;

/** The ids of the links that a stage's methods call, the stage's variables in place. */
export function linkIdsOf(resources: readonly Resource[], variables: Variables): ReadonlySet<string> {
  return new Set(resources.flatMap((resource) => callsOf(resource, variables).map(({ vpcLinkId }) => vpcLinkId)));
}

/**
 * Refuses to delete a link that a deployed stage calls.
 * @throws {ServiceError} 400 with AWS's text, which names the methods as `[Method:Resource:Stage]`
 */
export async function refuseReferences(reader: Reader, scope: Scope, vpcLinkId: string): Promise<void> {
  const references: string[] = [];
  for (const { id, value } of await reader.list(stages, scope)) {
    const { stage } = value;
    const snapshot = await findSnapshot(reader, scope, id.slice(0, id.indexOf('/')), stage.deploymentId);
    for (const resource of snapshot?.resources ?? []) {
      for (const call of callsOf(resource, stage.variables)) {
        if (call.vpcLinkId === vpcLinkId) references.push(`${call.httpMethod}:${resource.id}:${stage.stageName}`);
      }
    }
  }
  if (references.length === 0) return;
  throw badRequest(
    `Cannot delete vpc link. Vpc link '${vpcLinkId}', is referenced in [${references.join(', ')}] in format of [Method:Resource:Stage].`,
  );
}

function callsOf({ resourceMethods }: Resource, variables: Variables = {}) {
  return Object.values(resourceMethods).flatMap(({ httpMethod, methodIntegration }) => {
    if (methodIntegration?.connectionType !== 'VPC_LINK') return [];
    const vpcLinkId = (methodIntegration.connectionId ?? '').replace(
      /\$\{stageVariables\.(\w+)\}/g,
      (_, name: string) => variables[name] ?? '',
    );
    return [{ httpMethod, vpcLinkId }];
  });
}
