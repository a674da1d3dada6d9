import { lengthViolations, patternViolations, rangeViolations } from '../../../aws/index.ts';
import type { Scope } from '../../../model/index.ts';
import { listWanted } from '../../../store/index.ts';
import type { LogsContext } from '../context.ts';
import { invalidParameter, notSupported, refuse } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { groupArn, identifiedGroup } from '../names.ts';
import { type Page, readToken, writeToken } from '../pagination.ts';
import type { In, LogsHandlers, Out } from '../types.ts';
import { type LogGroup, logGroups } from './document.ts';

type Described = NonNullable<Out<'describeLogGroups'>['logGroups']>[number];

const PATTERN = { test: /^[.\-_/#A-Za-z0-9]*$/, text: '[\\.\\-_/#A-Za-z0-9]*' };
/** Up to five patterns of three to 24 characters, each of which may begin with `^` (`ListLogGroupsRequest`). */
const LIST_PATTERN = {
  test: /^(\^?[.\-_/#A-Za-z0-9]{3,24})(\|\^?[.\-_/#A-Za-z0-9]{3,24}){0,4}$/,
  text: '(\\^?[\\.\\-_\\/#A-Za-z0-9]{3,24})(\\|\\^?[\\.\\-_\\/#A-Za-z0-9]{3,24}){0,4}',
};

interface PageOrder {
  readonly scope: Scope;
  readonly prefix?: string | undefined;
  readonly limit: number;
  readonly nextToken: string | undefined;
}

/** API reference, `DescribeLogGroups`, `ListLogGroups`. */
export function describeHandlers({ store, logs, countMetricFilters }: LogsContext) {
  const describe = async (scope: Scope, group: LogGroup): Promise<Described> => ({
    ...brief(scope, group),
    ...(group.retentionInDays !== undefined && { retentionInDays: group.retentionInDays }),
    metricFilterCount: await countMetricFilters(store, { scope, name: group.name }),
    storedBytes: await logs.storedBytes({ scope, name: group.name }),
    logGroupArn: groupArn({ scope, name: group.name }),
    logGroupClass: group.logGroupClass as NonNullable<Described['logGroupClass']>,
    deletionProtectionEnabled: group.deletionProtection,
  });

  /** Goes on behind the name that the token says, whether a group of that name is still there or not. */
  async function pageOf(
    { scope, prefix, limit, nextToken }: PageOrder,
    isWanted: (group: LogGroup) => boolean,
  ): Promise<Page<LogGroup>> {
    const stretch = {
      ...(prefix !== undefined && { prefix }),
      ...(nextToken !== undefined && { after: readToken(nextToken) }),
      // One more, to see whether there are more.
      limit: limit + 1,
    };
    const found = (await listWanted(store, logGroups, scope, stretch, isWanted)).map(({ value }) => value);
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return found.length > limit && last !== undefined ? { items, nextToken: writeToken(last.name) } : { items };
  }

  return {
    async describeLogGroups(input, { scope }) {
      const { logGroupNamePrefix: prefix, logGroupNamePattern: pattern, limit = LIMITS.page, nextToken } = input;
      checkDescription(input);
      const wanted = wantedGroups(input, scope);
      const page = await pageOf({ scope, prefix, limit, nextToken }, wanted);
      // Recorded: a search by pattern tells name, ARN and creation alone.
      const described = page.items.map((group) =>
        pattern === undefined ? describe(scope, group) : brief(scope, group),
      );
      return {
        logGroups: await Promise.all(described),
        ...(page.nextToken !== undefined && { nextToken: page.nextToken }),
      };
    },

    async listLogGroups(input, { scope }) {
      const { logGroupNamePattern: pattern, logGroupClass, limit = LIMITS.page, nextToken } = input;
      refuse(
        patternViolations(pattern, 'logGroupNamePattern', LIST_PATTERN),
        rangeViolations(limit, 'limit', { min: 1, max: 1_000 }),
      );
      refuseListing(input);
      const patterns = pattern?.split('|') ?? [''];
      const isWanted = ({ name, logGroupClass: kind }: LogGroup) =>
        (logGroupClass === undefined || kind === logGroupClass) && patterns.some((one) => matches(name, one));
      const page = await pageOf({ scope, limit, nextToken }, isWanted);
      return {
        logGroups: page.items.map(({ name, logGroupClass: kind }) => ({
          logGroupName: name,
          logGroupArn: groupArn({ scope, name }),
          logGroupClass: kind as NonNullable<Described['logGroupClass']>,
        })),
        ...(page.nextToken !== undefined && { nextToken: page.nextToken }),
      };
    },
  } satisfies LogsHandlers;
}

function brief(scope: Scope, { name, createdAtMs }: LogGroup): Described {
  return { logGroupName: name, creationTime: createdAtMs, arn: `${groupArn({ scope, name })}:*` };
}

function matches(name: string, pattern: string): boolean {
  return pattern.startsWith('^') ? name.startsWith(pattern.slice(1)) : name.includes(pattern);
}

function checkDescription(input: In<'describeLogGroups'>): void {
  const { logGroupNamePrefix: prefix, logGroupNamePattern: pattern, limit } = input;
  // Recorded: localstack's test_create_and_delete_log_stream.
  if (prefix !== undefined && pattern !== undefined) {
    throw invalidParameter('LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.');
  }
  refuse(
    lengthViolations(prefix, 'logGroupNamePrefix', LIMITS.groupName),
    patternViolations(prefix, 'logGroupNamePrefix', PATTERN),
    lengthViolations(pattern, 'logGroupNamePattern', LIMITS.groupName),
    patternViolations(pattern, 'logGroupNamePattern', PATTERN),
    rangeViolations(limit, 'limit', { min: 1, max: LIMITS.page }),
  );
  refuseListing(input);
}

/** There are no accounts that are linked to this one. */
function refuseListing(
  input: Pick<
    In<'listLogGroups'>,
    'includeLinkedAccounts' | 'accountIdentifiers' | 'dataSources' | 'fieldIndexNames' | 'logGroupTags'
  >,
): void {
  const { includeLinkedAccounts, accountIdentifiers, dataSources, fieldIndexNames, logGroupTags } = input;
  if (includeLinkedAccounts || accountIdentifiers?.length) throw notSupported('linked accounts');
  if (dataSources?.length || fieldIndexNames?.length || logGroupTags?.length) {
    throw notSupported('listings of log groups by data source, field index or tag');
  }
}

function wantedGroups(input: In<'describeLogGroups'>, scope: Scope): (group: LogGroup) => boolean {
  const { logGroupNamePattern: pattern = '', logGroupClass, logGroupIdentifiers } = input;
  const names = logGroupIdentifiers && new Set(logGroupIdentifiers.map((each) => identifiedGroup(scope, each).name));
  return ({ name, logGroupClass: kind }) =>
    name.includes(pattern) &&
    (logGroupClass === undefined || isOfClass(kind, logGroupClass)) &&
    (names?.has(name) ?? true);
}

/** Either of the two cheaper classes stands for both (`DescribeLogGroupsRequest`). */
function isOfClass(kind: string, wanted: string): boolean {
  const cheap = ['INFREQUENT_ACCESS', 'ESSENTIALS'];
  return kind === wanted || (cheap.includes(kind) && cheap.includes(wanted));
}
