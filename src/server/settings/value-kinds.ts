import { Secret } from './secret.ts';

/** How the text of a setting becomes its value. Every source gives text, so a value means the same wherever it stands. */
export interface ValueKind<T> {
  /** Undefined for a text that is not allowed. */
  parse(text: string): T | undefined;
  /** What is allowed, to be read after "allowed is", such as `a whole number from 1 to 256`. */
  readonly allowed: string;
  /** Stands for the value in help texts, such as `NUMBER`; absent for a switch, which may stand alone on a command line. */
  readonly placeholder?: string;
  /** The text of a map or a list that stands for the value in a YAML file; undefined for one that cannot. */
  textOf?(nested: unknown): string | undefined;
  /** Whether the value is kept out of messages. */
  readonly isSecret?: boolean;
}

export function wholeNumber(least: number, most: number): ValueKind<number> {
  return {
    parse: (text) => parseWholeNumber(text, least, most),
    allowed: `a whole number from ${least} to ${most}`,
    placeholder: 'NUMBER',
  };
}

/** Given in seconds, because that is how people think of such times; the value is in milliseconds. */
export function secondsAsMs(least: number, most: number): ValueKind<number> {
  return {
    parse(text) {
      const seconds = parseWholeNumber(text, least, most);
      return seconds === undefined ? undefined : seconds * 1_000;
    },
    allowed: `a whole number of seconds from ${least} to ${most}`,
    placeholder: 'SECONDS',
  };
}

export function textOf(pattern: RegExp, allowed: string, placeholder: string): ValueKind<string> {
  return { parse: (text) => (pattern.test(text) ? text : undefined), allowed, placeholder };
}

/** Several texts, separated by commas, each of them once; in a YAML file a list. */
export function listOf(
  pattern: RegExp,
  most: number,
  allowed: string,
  placeholder: string,
): ValueKind<readonly string[]> {
  return {
    parse(text) {
      const parts = text.split(',').map((part) => part.trim());
      const isGood = parts.length <= most && new Set(parts).size === parts.length;
      return isGood && parts.every((part) => pattern.test(part)) ? parts : undefined;
    },
    textOf: (nested) => (Array.isArray(nested) ? nested.join(',') : undefined),
    allowed: `at most ${most} different ${allowed}, separated by commas`,
    placeholder,
  };
}

export const httpUrl: ValueKind<string> = {
  parse: (text) => (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) ? text : undefined),
  allowed: 'an http: or https: URL',
  placeholder: 'URL',
};

export function secretOf(pattern: RegExp, allowed: string): ValueKind<Secret> {
  return {
    parse: (text) => (pattern.test(text) ? new Secret(text) : undefined),
    allowed,
    placeholder: 'SECRET',
    isSecret: true,
  };
}

export function oneOf<const Choice extends string>(...choices: readonly Choice[]): ValueKind<Choice> {
  return {
    parse: (text) => choices.find((choice) => choice === text),
    allowed: `one of ${choices.join(', ')}`,
    placeholder: choices.join('|'),
  };
}

export const onOrOff: ValueKind<boolean> = {
  parse: (text) => (text === 'true' ? true : text === 'false' ? false : undefined),
  allowed: 'true or false',
};

function parseWholeNumber(text: string, least: number, most: number): number | undefined {
  if (!/^\d{1,15}$/.test(text)) return undefined;
  const value = Number(text);
  return value >= least && value <= most ? value : undefined;
}
