import type { Gathered, Given } from './given.ts';
import { flagOf, type Setting, variableOf } from './setting.ts';
import { suggestion } from './suggest.ts';

/** Reads `--name value`, `--name=value` and, for a switch, `--name` alone. */
export function readFlags(args: readonly string[], settings: readonly Setting<unknown>[]): Gathered {
  const given: Given[] = [];
  const problems: string[] = [];
  const flags = settings.filter(({ sources }) => sources.includes('flag'));
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    const { flag, value } = split(arg);
    const setting = flags.find((candidate) => flagOf(candidate) === flag);
    if (setting === undefined) {
      problems.push(explainUnknown(arg, flag, settings));
      if (arg.startsWith('--') && value === undefined && isValue(rest[0])) rest.shift();
      continue;
    }
    if (given.some(({ name }) => name === setting.name)) problems.push(`${flag} is given twice.`);
    const text = value ?? (setting.kind.placeholder === undefined ? 'true' : nextValue(rest));
    if (text === undefined) problems.push(`${flag} needs a value: ${setting.kind.allowed}.`);
    else given.push({ name: setting.name, text, where: flag });
  }
  return { given, problems };
}

function split(arg: string): { readonly flag: string; readonly value?: string } {
  const equals = arg.indexOf('=');
  if (!arg.startsWith('--') || equals === -1) return { flag: arg };
  return { flag: arg.slice(0, equals), value: arg.slice(equals + 1) };
}

function nextValue(rest: string[]): string | undefined {
  return isValue(rest[0]) ? rest.shift() : undefined;
}

/** A value that begins with `--` must be given as `--name=value`: it is more likely that one was forgotten. */
function isValue(arg: string | undefined): boolean {
  return arg !== undefined && !arg.startsWith('--');
}

function explainUnknown(arg: string, flag: string, settings: readonly Setting<unknown>[]): string {
  if (!arg.startsWith('-')) return `Unexpected argument ${JSON.stringify(arg)}; settings begin with --.`;
  const elsewhere = settings.find((setting) => flagOf(setting) === flag);
  if (elsewhere) return `${flag} is no flag: it is taken from the environment variable ${variableOf(elsewhere)} only.`;
  const flags = settings.filter(({ sources }) => sources.includes('flag')).map(flagOf);
  return `Unknown flag ${flag}${suggestion(flag, flags)}`;
}
