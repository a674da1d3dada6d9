import type { PoolUser } from '../documents/index.ts';
import type { Out } from '../types.ts';

type Listed = NonNullable<Out<'listUsers'>['Users']>[number];
type Attributes = NonNullable<Listed['Attributes']>;

export function renderAttributes({ sub, attributes }: PoolUser): Attributes {
  return Object.entries({ sub, ...attributes }).map(([Name, Value]) => ({ Name, Value }));
}

/** A user as listings print him. */
export function renderUser(user: PoolUser): Listed {
  return { ...facts(user), Attributes: renderAttributes(user) };
}

/** A user as `AdminGetUser` prints him: the same under another name. */
export function renderGotUser(user: PoolUser): Out<'adminGetUser'> {
  return { ...facts(user), UserAttributes: renderAttributes(user) };
}

function facts(user: PoolUser) {
  return {
    Username: user.username,
    UserCreateDate: new Date(user.createdAtMs),
    UserLastModifiedDate: new Date(user.modifiedAtMs),
    Enabled: user.enabled,
    UserStatus: user.status,
  };
}
