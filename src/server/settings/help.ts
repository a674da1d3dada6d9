import { flagOf, type Setting, variableOf } from './setting.ts';
import { SETTINGS } from './table.ts';

const WIDTH = 100;

/** The settings as `sallyport start --help` shows them: flags first, then what only the environment gives. */
export function settingsHelp(): string {
  const table: readonly Setting<unknown>[] = Object.values(SETTINGS);
  const flags = table.filter(({ sources }) => sources.includes('flag'));
  const others = table.filter(({ sources }) => !sources.includes('flag'));
  return [
    'Settings (also as environment variables):',
    ...flags.map((setting) => entry(`${flagOf(setting)}${value(setting)}`, setting, `[${variableOf(setting)}]`)),
    '',
    'Settings that only the environment gives:',
    ...others.map((setting) => entry(variableOf(setting), setting, '')),
  ].join('\n');
}

function value({ kind }: Setting<unknown>): string {
  return kind.placeholder === undefined ? '' : ` ${kind.placeholder}`;
}

function entry(head: string, { description, defaultText }: Setting<unknown>, tail: string): string {
  const text = `${description} Default: ${defaultText}. ${tail}`.trimEnd();
  return [`  ${head}`, ...wrap(text, WIDTH - 6).map((line) => `      ${line}`)].join('\n');
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return line === '' ? lines : [...lines, line];
}
