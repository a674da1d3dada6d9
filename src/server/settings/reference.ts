import { flagOf, type Setting, variableOf } from './setting.ts';
import { SETTINGS } from './table.ts';

/** docs/reference/configuration.md, written from the table of settings. */
export function configurationReference(): string {
  const table: readonly Setting<unknown>[] = Object.values(SETTINGS);
  return `# Configuration

<!-- Written by tools/docs.mjs from src/server/settings/table.ts: change it there and run \`npm run docs\`. -->

\`sallyport start\` takes its settings from, the strongest first: flags on the command line, environment variables, a YAML
file, the defaults. An unknown name or a wrong value stops the start with a sentence that names it. An empty
environment variable counts as not set.

The file is named by \`--config FILE\` or \`SALLYPORT_CONFIG\` and maps names to values:

\`\`\`yaml
control-port: 4566
data-dir: /var/lib/sallyport
workers: 2
\`\`\`

| flag | environment variable | in the file | allowed | default |
| --- | --- | --- | --- | --- |
${table.map(row).join('\n')}

${table.map(section).join('\n\n')}
`;
}

function row(setting: Setting<unknown>): string {
  const { sources, name, kind, defaultText } = setting;
  const cells = [
    sources.includes('flag') ? code(flagOf(setting)) : '',
    code(variableOf(setting)),
    sources.includes('file') ? code(name) : '',
    kind.allowed,
    defaultText,
  ];
  return `| ${cells.join(' | ')} |`;
}

function section({ name, description }: Setting<unknown>): string {
  return `**${name}**: ${description}`;
}

function code(text: string): string {
  return `\`${text}\``;
}
