import { headersFrom } from '../../../parts/headers-from.ts';

export const CALLER_KINDS = ['anonymous', 'user', 'role', 'account', 'arn', 'root'] as const;
export type CallerKind = (typeof CALLER_KINDS)[number];

/** A question as it is typed. */
export interface Draft {
  readonly callerKind: CallerKind;
  /** An ARN, an account's number, or what was typed; empty for the root user and for anybody. */
  readonly caller: string;
  /** `*` for any. */
  readonly stage: string;
  readonly method: string;
  readonly path: string;
  readonly ip: string;
  /** Lines of `Name: value`. */
  readonly headers: string;
  readonly time: string;
  readonly context: Readonly<Record<string, string>>;
  /** JSON; for roles. */
  readonly sessionPolicy: string;
}

export const NEW_DRAFT: Draft = {
  callerKind: 'anonymous',
  caller: '',
  stage: '*',
  method: 'GET',
  path: '/',
  ip: '',
  headers: '',
  time: '',
  context: {},
  sessionPolicy: '',
};

/** The body of `POST /_sallyport/access`. */
export interface Question {
  readonly caller: string;
  readonly api: string;
  readonly stage: string;
  readonly method: string;
  readonly path: string;
  readonly ip?: string;
  readonly time?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly context?: Readonly<Record<string, string>>;
  readonly sessionPolicy?: string;
}

/** Whether enough is entered to ask. */
export function isComplete({ callerKind, caller, path }: Draft): boolean {
  if (!path.startsWith('/')) return false;
  if (callerKind === 'account') return /^\d{12}$/.test(caller);
  return callerKind === 'anonymous' || callerKind === 'root' || caller !== '';
}

export function questionOf(draft: Draft, api: string): Question {
  const { stage, method, path, ip, time, context, sessionPolicy } = draft;
  const headers = headersFrom(draft.headers);
  return {
    caller: callerOf(draft),
    api,
    stage,
    method,
    path,
    ...(ip !== '' && { ip }),
    ...(time !== '' && { time }),
    ...(Object.keys(headers).length > 0 && { headers }),
    ...(Object.keys(context).length > 0 && { context }),
    ...(draft.callerKind === 'role' && sessionPolicy.trim() !== '' && { sessionPolicy }),
  };
}

const ROLE = /^arn:([\w-]+):iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/;

/** Who has assumed a role calls as a session of it. */
function callerOf({ callerKind, caller }: Draft): string {
  if (callerKind === 'anonymous' || callerKind === 'root') return callerKind;
  if (callerKind === 'account') return `arn:aws:iam::${caller}:root`;
  if (callerKind !== 'role') return caller;
  return caller.replace(ROLE, 'arn:$1:sts::$2:assumed-role/$3/simulated');
}

/** What a link to a question carries. */
const LINKED = ['caller', 'stage', 'method', 'path', 'ip', 'headers', 'time', 'sessionPolicy'] as const;
/** Before the name of a condition key. */
const KEY = 'key.';

export function linkOf(draft: Draft): string {
  const given = LINKED.filter((name) => draft[name] !== NEW_DRAFT[name]).map((name) => [name, draft[name]]);
  const keys = Object.entries(draft.context).map(([name, value]) => [`${KEY}${name}`, value]);
  return String(new URLSearchParams([['who', draft.callerKind], ...given, ...keys]));
}

/** @returns undefined for an address without a question */
export function draftFrom(query: URLSearchParams): Draft | undefined {
  const callerKind = CALLER_KINDS.find((kind) => kind === query.get('who'));
  if (!callerKind) return undefined;
  const given = LINKED.map((name) => [name, query.get(name) ?? NEW_DRAFT[name]]);
  const keys = [...query]
    .filter(([name]) => name.startsWith(KEY))
    .map(([name, value]) => [name.slice(KEY.length), value]);
  return {
    ...NEW_DRAFT,
    ...(Object.fromEntries(given) as Pick<Draft, (typeof LINKED)[number]>),
    callerKind,
    context: Object.fromEntries(keys),
  };
}
