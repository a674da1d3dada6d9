import { compileLogPattern, LogPatternSyntaxError } from '../../../log-patterns/index.ts';
import type { IngestedLogEvents } from '../../../model/index.ts';
import type { LogsContext } from '../context.ts';
import { invalidParameter } from '../errors.ts';
import { requireGroup } from '../groups/index.ts';
import { LIMITS } from '../limits.ts';
import { groupOfArn } from '../names.ts';
import type { In, LogsHandlers, Out } from '../types.ts';
import { type SessionUpdate, tailEvents } from './session.ts';

type Stream = NonNullable<Out<'startLiveTail'>['responseStream']>;
/** What goes out: of an exception its members, and not the object that a client makes of them. */
type TailEvent =
  | Extract<Stream extends AsyncIterable<infer Event> ? Event : never, { readonly sessionStart: object }>
  | ReturnType<typeof render>
  | { readonly SessionTimeoutException: { readonly message: string } };

/** API reference, `StartLiveTail`: an answer that goes on, with what comes into groups. */
export function liveTailHandlers({ store, logs, tails, uuid, sleep, elapsed }: LogsContext) {
  return {
    async startLiveTail(input, { scope, requestId }) {
      check(input);
      const { logGroupIdentifiers, logStreamNames = [], logStreamNamePrefixes = [], logEventFilterPattern } = input;
      const matches = matcherOf(logEventFilterPattern);
      const groups = logGroupIdentifiers.map((arn) => {
        const group = arn.endsWith('*') ? undefined : groupOfArn(scope, arn);
        if (group === undefined) throw invalidParameter(`Invalid log group ARN: ${arn}`);
        return group;
      });
      for (const group of groups) await requireGroup(store, group);
      tails.checkRoom();

      const names = new Set(groups.map(({ name }) => name));
      const wants = ({ group, stream }: IngestedLogEvents): boolean =>
        names.has(group.name) &&
        group.scope.accountId === scope.accountId &&
        group.scope.region === scope.region &&
        (logStreamNames.length === 0 || logStreamNames.includes(stream)) &&
        (logStreamNamePrefixes.length === 0 || logStreamNamePrefixes.some((prefix) => stream.startsWith(prefix)));

      const sessionStart = {
        requestId,
        sessionId: uuid(),
        logGroupIdentifiers: [...logGroupIdentifiers],
        logStreamNames: [...logStreamNames],
        logStreamNamePrefixes: [...logStreamNamePrefixes],
        ...(logEventFilterPattern !== undefined && { logEventFilterPattern }),
      };
      async function* stream(): AsyncGenerator<TailEvent, void, void> {
        tails.begin();
        try {
          yield { sessionStart };
          const isEnded = () => tails.areEnded;
          for await (const update of tailEvents({ logs, wants, matches, isEnded, sleep, elapsed }))
            yield render(update);
          if (isEnded()) return;
          yield { SessionTimeoutException: { message: 'The session has been open for three hours.' } };
        } finally {
          tails.leave();
        }
      }
      return { responseStream: stream() as AsyncIterable<unknown> as Stream };
    },
  } satisfies LogsHandlers;
}

function check({ logGroupIdentifiers, logStreamNames, logStreamNamePrefixes }: In<'startLiveTail'>): void {
  if (logGroupIdentifiers.length === 0 || logGroupIdentifiers.length > LIMITS.tailedGroups) {
    throw invalidParameter(`A Live Tail session takes 1 to ${LIMITS.tailedGroups} log groups.`);
  }
  const picksStreams = logStreamNames !== undefined || logStreamNamePrefixes !== undefined;
  if (picksStreams && logGroupIdentifiers.length > 1) {
    throw invalidParameter('Log streams can be specified for a single log group only.');
  }
  if (logStreamNames !== undefined && logStreamNamePrefixes !== undefined) {
    throw invalidParameter('logStreamNames and logStreamNamePrefixes are mutually exclusive parameters.');
  }
}

/** The text is AWS's, as users of StartLiveTail report it. */
function matcherOf(pattern: string | undefined): (message: string) => boolean {
  if (pattern === undefined) return () => true;
  try {
    return compileLogPattern(pattern).matches;
  } catch (error) {
    if (!(error instanceof LogPatternSyntaxError)) throw error;
    const { message } = error;
    throw invalidParameter(message === 'Invalid filter pattern' ? message : `Invalid filter pattern: ${message}`);
  }
}

function render({ isSampled, events }: SessionUpdate) {
  return {
    sessionUpdate: { sessionMetadata: { sampled: isSampled }, sessionResults: events.map((event) => ({ ...event })) },
  };
}
