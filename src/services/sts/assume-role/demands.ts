import type { Demand } from '../../../aws/index.ts';
import type { StsContext } from '../context.ts';
import type { In } from '../types.ts';
import { compileTrust } from './trust.ts';

/**
 * What a caller must be allowed to assume a role: by the role, which must trust him in any case, and by his own policies
 * unless the role names him himself (IAM user guide, "Granting a user permissions to switch roles").
 */
export async function assumeRoleDemands(
  { identities }: StsContext,
  input: In<'assumeRole'>,
): Promise<readonly Demand[]> {
  const { RoleArn: resource, ExternalId, RoleSessionName, SourceIdentity, Tags = [], TransitiveTagKeys = [] } = input;
  const resourcePolicy = compileTrust(await identities.findRole(resource));
  const tagKeys = Tags.map(({ Key = '' }) => Key);
  const keys = {
    'sts:externalid': ExternalId,
    'sts:rolesessionname': RoleSessionName,
    'sts:sourceidentity': SourceIdentity,
    ...(tagKeys.length > 0 && { 'aws:tagkeys': tagKeys }),
    ...(TransitiveTagKeys.length > 0 && { 'sts:transitivetagkeys': TransitiveTagKeys }),
    ...Object.fromEntries(Tags.map(({ Key = '', Value = '' }) => [`aws:requesttag/${Key.toLowerCase()}`, Value])),
  };
  const demand = (action: string): Demand => ({ action, resource, keys, resourcePolicy, resourceMustAllow: true });
  return [
    demand('sts:AssumeRole'),
    ...(tagKeys.length > 0 ? [demand('sts:TagSession')] : []),
    ...(SourceIdentity === undefined ? [] : [demand('sts:SetSourceIdentity')]),
  ];
}
