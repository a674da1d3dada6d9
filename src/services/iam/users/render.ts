import { entityArn } from '../arn.ts';
import type { UserDocument } from '../documents/index.ts';
import { renderBoundary } from '../entities/boundary.ts';
import { renderTags } from '../tags.ts';

/** A user as answers show him. Listings leave boundary and tags out (API reference, `ListUsers`). */
export function renderUser(accountId: string, user: UserDocument) {
  return {
    Path: user.path,
    UserName: user.name,
    UserId: user.id,
    Arn: entityArn(accountId, 'user', user),
    CreateDate: new Date(user.createdAtMs),
    ...(user.passwordLastUsedAtMs !== undefined && { PasswordLastUsed: new Date(user.passwordLastUsedAtMs) }),
  };
}

export function renderUserInFull(accountId: string, user: UserDocument) {
  return {
    ...renderUser(accountId, user),
    ...renderBoundary(user.boundary),
    ...(Object.keys(user.tags).length > 0 && { Tags: renderTags(user.tags) }),
  };
}
