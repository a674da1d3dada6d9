import { entityArn } from '../arn.ts';
import type { RoleDocument } from '../documents/index.ts';
import { renderBoundary } from '../entities/boundary.ts';
import { printPolicy } from '../policy-text.ts';
import { renderTags } from '../tags.ts';

/** A role as listings show it: without boundary, tags and last use (API reference, `ListRoles`). */
export function renderRole(accountId: string, role: RoleDocument) {
  return {
    Path: role.path,
    RoleName: role.name,
    RoleId: role.id,
    Arn: entityArn(accountId, 'role', role),
    CreateDate: new Date(role.createdAtMs),
    AssumeRolePolicyDocument: printPolicy(role.trustPolicy),
    ...(role.description !== undefined && { Description: role.description }),
    MaxSessionDuration: role.maxSessionSeconds,
  };
}

export function renderRoleInFull(accountId: string, role: RoleDocument) {
  return {
    ...renderRole(accountId, role),
    ...renderBoundary(role.boundary),
    ...(Object.keys(role.tags).length > 0 && { Tags: renderTags(role.tags) }),
    RoleLastUsed: {},
  };
}
