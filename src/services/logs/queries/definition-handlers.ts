import { lengthViolations, rangeViolations } from '../../../aws/index.ts';
import { QUERY_LIMITS } from '../../../log-insights/index.ts';
import { defineKind } from '../../../store/index.ts';
import type { LogsContext } from '../context.ts';
import { missing, notSupported, refuse } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { groupNameViolations } from '../names.ts';
import { pageOf } from '../pagination.ts';
import type { LogsHandlers } from '../types.ts';
import { refuseLanguage } from './query-handlers.ts';

/** A query that is kept under a name, with the groups that it is for. */
interface QueryDefinition {
  readonly id: string;
  readonly name: string;
  readonly queryString: string;
  readonly logGroupNames: readonly string[];
  readonly modifiedAtMs: number;
  /** Of the call that made it: a call with it again is the same call. */
  readonly clientToken?: string;
}

const queryDefinitions = defineKind<QueryDefinition>('LogQueryDefinition');

/** API reference, `PutQueryDefinition`, `DescribeQueryDefinitions`, `DeleteQueryDefinition`. */
export function definitionHandlers({ store, uuid }: LogsContext) {
  return {
    async putQueryDefinition(input, { scope, nowMs }) {
      const { name, queryString, queryDefinitionId, logGroupNames = [], clientToken } = input;
      refuseLanguage(input.queryLanguage);
      if (input.parameters?.length) throw notSupported('parameters of query definitions');
      refuse(
        lengthViolations(name, 'name', LIMITS.definitionName),
        lengthViolations(queryString, 'queryString', QUERY_LIMITS.maxQueryLength),
        ...logGroupNames.map((group, i) => groupNameViolations(group, `logGroupNames.${i + 1}.member`)),
      );
      const fresh = uuid();
      const id = await store.transact(async (tx) => {
        if (
          queryDefinitionId !== undefined &&
          (await tx.get(queryDefinitions, scope, queryDefinitionId)) === undefined
        ) {
          throw missing.queryDefinition();
        }
        const same =
          clientToken === undefined || queryDefinitionId !== undefined
            ? undefined
            : (await tx.list(queryDefinitions, scope)).find(({ value }) => value.clientToken === clientToken);
        const chosen = queryDefinitionId ?? same?.id ?? fresh;
        await tx.put(queryDefinitions, scope, chosen, {
          id: chosen,
          name,
          queryString,
          logGroupNames,
          modifiedAtMs: nowMs,
          ...(clientToken !== undefined && { clientToken }),
        });
        return chosen;
      });
      return { queryDefinitionId: id };
    },

    async describeQueryDefinitions(input, { scope }) {
      const { queryDefinitionNamePrefix: prefix = '', maxResults = LIMITS.described, nextToken } = input;
      refuse(rangeViolations(maxResults, 'maxResults', { min: 1, max: LIMITS.described }));
      const isOurs = input.queryLanguage === undefined || input.queryLanguage === 'CWLI';
      const all = isOurs ? (await store.list(queryDefinitions, scope)).map(({ value }) => value) : [];
      const wanted = all.filter(({ name }) => name.startsWith(prefix));
      const inOrder = wanted.sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
      const page = pageOf(inOrder, ({ id }) => id, { limit: maxResults, nextToken });
      return {
        queryDefinitions: page.items.map(({ id, name, queryString, logGroupNames, modifiedAtMs }) => ({
          queryLanguage: 'CWLI' as const,
          queryDefinitionId: id,
          name,
          queryString,
          lastModified: modifiedAtMs,
          ...(logGroupNames.length > 0 && { logGroupNames: [...logGroupNames] }),
        })),
        ...(page.nextToken !== undefined && { nextToken: page.nextToken }),
      };
    },

    async deleteQueryDefinition({ queryDefinitionId }, { scope }) {
      await store.transact(async (tx) => {
        if (!(await tx.delete(queryDefinitions, scope, queryDefinitionId))) throw missing.queryDefinition();
      });
      return { success: true };
    },
  } satisfies LogsHandlers;
}
