/** The line of a request. */
export type LogFormat<Context> = (context: Context) => string;

/** Finds what reads a variable, by its name without `$context.`; undefined for a name that is not known. */
export type FindVariable<Context> = (name: string) => ((context: Context) => string | undefined) | undefined;

/** What stands for a value that is not there (telemetry E.2). */
const ABSENT = '-';
/** Names of headers may have dashes in them, those of variables have none. */
const VARIABLE = /\$context\.(re(?:quest|sponse)Override\.header\.[\w-]+|[A-Za-z]\w*(?:\.\w+)*)/g;
/** What JSON spells otherwise (RFC 8259 section 7), and halves of characters, which it cannot hold; pairs of them are looked at in vain. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const SPECIAL_IN_JSON = /["\\\x00-\x1f\ud800-\udfff]/;
/** Is in quotes already. */
const QUOTED = 'error.messageString';
const TRACE = 'xrayTraceId';
/** Another one for nearly every request. All but the trace are numbers and ids, of letters that no format spells otherwise. */
const UNLIKE: ReadonlySet<string> = new Set([
  ...['extendedRequestId', 'integration.latency', 'integrationLatency', 'requestId', 'requestTimeEpoch'],
  ...['responseLatency', TRACE],
]);

/**
 * Compiles a format: `$context.NAME` is replaced, all else stays as it is (telemetry E.2; guide page set-up-logging). Values come
 * from clients, so in a format that is JSON or XML they are escaped for it: AWS's documentation does not say whether it does.
 */
export function compileFormat<Context>(format: string, find: FindVariable<Context>): LogFormat<Context> {
  const escaped = escapeFor(format);
  const pieces: LogFormat<Context>[] = [];
  let run: AlikeValue<Context>[] = [];
  let from = 0;
  /** Text that no value has been found behind yet. */
  let text = '';
  const endText = (): string => {
    const ended = text;
    text = '';
    return ended;
  };
  const endRun = (): void => {
    if (run.length > 0) pieces.push(joinAlike(run));
    run = [];
  };
  for (const match of format.matchAll(VARIABLE)) {
    text += format.slice(from, match.index);
    const [known, rest] = split(match[1] as string, find);
    const read = known === undefined ? undefined : find(known);
    if (known === undefined || read === undefined) text += ABSENT;
    else if (UNLIKE.has(known)) {
      endRun();
      const before = endText();
      const spell = known === TRACE ? escaped : asItIs;
      pieces.push((context) => before + spell(read(context) || ABSENT));
    } else run.push({ before: endText(), read, spell: known === QUOTED ? asItIs : escaped });
    text += rest;
    from = match.index + match[0].length;
  }
  endRun();
  const last = text + format.slice(from);
  return (context) => {
    let line = '';
    for (let n = 0; n < pieces.length; n++) line += (pieces[n] as LogFormat<Context>)(context);
    return line + last;
  };
}

/** The longest beginning of a name that is a variable: behind `$context.status.` a sentence may go on. */
function split(name: string, find: FindVariable<never>): readonly [known: string | undefined, rest: string] {
  for (let end = name.length; end > 0; end = name.lastIndexOf('.', end - 1)) {
    if (find(name.slice(0, end)) !== undefined) return [name.slice(0, end), name.slice(end)];
  }
  return [undefined, ''];
}

/** A value that a request most likely has in common with the one before it, and the text before it. */
interface AlikeValue<Context> {
  readonly before: string;
  read(context: Context): string | undefined;
  spell(text: string): string;
}

/**
 * Values with the texts before them. Requests are alike: what the one before had is neither spelled nor put together anew, which is
 * most of what a line costs.
 */
function joinAlike<Context>(values: readonly AlikeValue<Context>[]): LogFormat<Context> {
  const last: (string | undefined)[] = values.map(() => undefined);
  /** Texts and values as they are spelled, in turn. */
  const parts = values.flatMap(({ before }) => [before, ABSENT]);
  let joined: string | undefined;
  return (context) => {
    let isAlike = true;
    for (let n = 0; n < values.length; n++) {
      const { read, spell } = values[n] as AlikeValue<Context>;
      const value = read(context);
      if (value === last[n]) continue;
      last[n] = value;
      parts[2 * n + 1] = value === undefined || value === '' ? ABSENT : spell(value);
      isAlike = false;
    }
    if (isAlike) {
      joined ??= parts.join('');
      return joined;
    }
    joined = undefined;
    let text = '';
    for (let n = 0; n < parts.length; n++) text += parts[n] as string;
    return text;
  };
}

function asItIs(text: string): string {
  return text;
}

function escapeFor(format: string): (text: string) => string {
  const first = format.trimStart()[0];
  // To look costs less than to rewrite, and what clients send is nearly always plain.
  if (first === '{' || first === '[')
    return (text) => (SPECIAL_IN_JSON.test(text) ? JSON.stringify(text).slice(1, -1) : text);
  if (first === '<') return (text) => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
  // A line is a line, whatever a client sends.
  return (text) => text.replace(/[\r\n]/g, ' ');
}
