import type { LimitProfile, Scope } from '../../model/index.ts';
import type { Reader } from '../../store/index.ts';
import { documentId, domainNames, findStage, restApis } from './documents/index.ts';
import { createDomainNames, type DomainNames, type DomainNamesContext } from './domain-names/index.ts';
import { ACCOUNT_LIMITS } from './limits.ts';
import { QUOTAS, withQuotas } from './quotas/index.ts';

/** What is to know of a REST API that a domain name may lead to. */
interface RestApiTarget {
  readonly isPrivate: boolean;
  hasStage(stageName: string): Promise<boolean>;
}

/** What version 2 of the API works with that is version 1's, too. */
export interface SharedRooms {
  readonly domainNames: DomainNames & { all(scope: Scope): ReturnType<typeof allOf> };
  /** @returns undefined when there is no REST API of that id */
  findRestApi(reader: Reader, scope: Scope, restApiId: string): Promise<RestApiTarget | undefined>;
}

/** Gives another service the domain names, with the checks that this one makes, and a look at REST APIs. */
export function createSharedRooms(given: Omit<DomainNamesContext, 'limits'>, limitProfile: LimitProfile): SharedRooms {
  const store = limitProfile === 'aws' ? withQuotas(given.store, QUOTAS) : given.store;
  const context = { ...given, store, limits: ACCOUNT_LIMITS[limitProfile] };
  return {
    domainNames: { ...createDomainNames(context), all: (scope) => allOf(store, scope) },
    async findRestApi(reader, scope, restApiId) {
      const found = await reader.get(restApis, scope, documentId(restApiId));
      return (
        found && {
          isPrivate: found.value.endpointConfiguration.types.includes('PRIVATE'),
          hasStage: async (stageName) => (await findStage(reader, scope, restApiId, stageName)) !== undefined,
        }
      );
    },
  };
}

async function allOf(reader: Reader, scope: Scope) {
  return (await reader.list(domainNames, scope)).map(({ value }) => value);
}
