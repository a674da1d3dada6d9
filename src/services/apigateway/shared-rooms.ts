import type { LimitProfile, Scope } from '../../model/index.ts';
import type { Reader, Transaction } from '../../store/index.ts';
import {
  claimRestApiId,
  documentId,
  domainNames,
  findStage,
  mappingsTo,
  nextRevision,
  releaseRestApiId,
  restApis,
} from './documents/index.ts';
import { createDomainNames, type DomainNames, type DomainNamesContext } from './domain-names/index.ts';
import { ACCOUNT_LIMITS } from './limits.ts';
import { QUOTAS, withQuotas } from './quotas/index.ts';
import { chooseId } from './rest-apis/create.ts';
import { checkTags, type Tags } from './tags/check-tags.ts';

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
  /** Ids of APIs and revisions are one series for both versions. */
  readonly apis: {
    claimApiId(tx: Transaction, scope: Scope, tags: Tags): Promise<string>;
    releaseApiId(tx: Transaction, apiId: string): Promise<void>;
    checkTags(tags: Tags): void;
    nextRevision(tx: Transaction, nowMs: number): Promise<number>;
    mappingsTo(reader: Reader, scope: Scope, apiId: string): Promise<readonly string[]>;
  };
}

/** Gives another service the domain names, with the checks that this one makes, a look at REST APIs, and ids. */
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
    apis: {
      async claimApiId(tx, scope, tags) {
        const id = await chooseId(tx, tags, given.ids);
        await claimRestApiId(tx, scope, id);
        return id;
      },
      releaseApiId: releaseRestApiId,
      checkTags,
      nextRevision,
      mappingsTo,
    },
  };
}

async function allOf(reader: Reader, scope: Scope) {
  return (await reader.list(domainNames, scope)).map(({ value }) => value);
}
