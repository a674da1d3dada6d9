import type { CompatibilityEntry } from '../../src/control/index.ts';

/** docs/compatibility.md: which operations of the AWS APIs are built, from the handlers themselves. */
export function compatibilityPage(entries: readonly CompatibilityEntry[]): string {
  return `# Compatibility with AWS

<!-- Written by tools/docs.mjs from the handlers: run \`npm run docs\`. -->

Every operation of these services is known by its published schema. One that is built behaves as AWS documents it; one
that is not answers \`NotImplementedException\` (501) and names itself.

| service | built | of |
| --- | ---: | ---: |
${entries.map(row).join('\n')}

${entries.map(section).join('\n\n')}
`;
}

function row({ serviceId, operations }: CompatibilityEntry): string {
  return `| ${serviceId} | ${operations.filter(({ isServed }) => isServed).length} | ${operations.length} |`;
}

function section({ serviceId, operations }: CompatibilityEntry): string {
  const names = (isServed: boolean) =>
    operations.filter((operation) => operation.isServed === isServed).map(({ name }) => `\`${name}\``);
  const lines = [`## ${serviceId}`];
  if (names(true).length > 0) lines.push(`Built: ${names(true).join(', ')}.`);
  if (names(false).length > 0) lines.push(`Not built: ${names(false).join(', ')}.`);
  return lines.join('\n\n');
}
