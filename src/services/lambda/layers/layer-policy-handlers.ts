import { patternViolations, refuseViolations } from '../../../aws/index.ts';
import type { Reader } from '../../../store/index.ts';
import type { LambdaContext } from '../context.ts';
import { conflict, invalidParameter, notFound, userError } from '../errors.ts';
import type { LambdaHandlers } from '../types.ts';
import {
  type LayerReference,
  type LayerStatement,
  layerVersionId,
  layerVersionKind,
  referToLayer,
  requireLayerVersion,
} from './layer-document.ts';

const ACTION = { test: /^lambda:GetLayerVersion$/, text: 'lambda:GetLayerVersion' };

/**
 * API reference, `AddLayerVersionPermission`, `RemoveLayerVersionPermission`, `GetLayerVersionPolicy`. Refusals are those recorded
 * in `test_layer_policy_exceptions`.
 */
export function layerPolicyHandlers(
  context: LambdaContext,
): Required<
  Pick<LambdaHandlers, 'addLayerVersionPermission' | 'removeLayerVersionPermission' | 'getLayerVersionPolicy'>
> {
  const { store } = context;
  const change = (
    reference: LayerReference,
    version: number,
    expectedRevisionId: string | undefined,
    next: (before: readonly LayerStatement[]) => readonly LayerStatement[],
  ) => {
    const policyRevisionId = context.uuid();
    return store.transact(async (tx) => {
      const document = await requirePolicyOwner(tx, reference, version);
      if (expectedRevisionId && expectedRevisionId !== document.policyRevisionId) throw revisionMismatch();
      const changed = { ...document, statements: next(document.statements), policyRevisionId };
      await tx.put(layerVersionKind, reference.scope, layerVersionId(reference.name, version), changed);
      return policyRevisionId;
    });
  };

  return {
    async addLayerVersionPermission(input, { scope }) {
      const reference = referToLayer(input.LayerName, scope);
      refuseViolations(patternViolations(input.Action, 'action', ACTION));
      const statement: LayerStatement = {
        Sid: input.StatementId,
        Effect: 'Allow',
        Principal: toPrincipal(input.Principal),
        Action: input.Action,
        Resource: `${reference.arn}:${input.VersionNumber}`,
        ...(input.OrganizationId !== undefined && {
          Condition: { StringEquals: { 'aws:PrincipalOrgID': input.OrganizationId } },
        }),
      };
      const RevisionId = await change(reference, input.VersionNumber, input.RevisionId, (before) => {
        if (before.some(({ Sid }) => Sid === statement.Sid)) {
          throw conflict(
            `The statement id (${statement.Sid}) provided already exists. Please provide a new statement id, or remove the existing statement.`,
          );
        }
        return [...before, statement];
      });
      return { Statement: JSON.stringify(statement), RevisionId };
    },

    async removeLayerVersionPermission(input, { scope }) {
      const reference = referToLayer(input.LayerName, scope);
      await change(reference, input.VersionNumber, input.RevisionId, (before) => {
        const rest = before.filter(({ Sid }) => Sid !== input.StatementId);
        if (rest.length === before.length) {
          throw notFound(`Statement ${input.StatementId} is not found in resource policy.`);
        }
        return rest;
      });
      return {};
    },

    async getLayerVersionPolicy(input, { scope }) {
      const reference = referToLayer(input.LayerName, scope);
      const { statements, policyRevisionId } = await requirePolicyOwner(store, reference, input.VersionNumber);
      if (statements.length === 0) throw notFound('No policy is associated with the given resource.');
      const Policy = JSON.stringify({ Version: '2012-10-17', Id: 'default', Statement: statements });
      return { Policy, RevisionId: policyRevisionId };
    },
  };
}

function requirePolicyOwner(reader: Reader, reference: LayerReference, version: number) {
  return requireLayerVersion(reader, reference, version, `Layer version ${reference.arn}:${version} does not exist.`);
}

function revisionMismatch() {
  return userError(
    'PreconditionFailedException',
    412,
    'The Revision Id provided does not match the latest Revision Id. Call the GetLayerPolicy API to retrieve the latest Revision Id',
  );
}

function toPrincipal(principal: string): LayerStatement['Principal'] {
  if (principal === '*') return '*';
  if (/^\d{12}$/.test(principal)) return { AWS: `arn:aws:iam::${principal}:root` };
  if (/^arn:aws[\w-]*:iam::\d{12}:root$/.test(principal)) return { AWS: principal };
  throw invalidParameter('The provided principal was invalid. Please check the principal and try again.');
}
