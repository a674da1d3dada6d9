import type { CheckedGroup } from './check-rules.ts';
import { FACTS, type FactGroup } from './facts.ts';
import { links } from './test-files.ts';

/** Tests that a rule shows: the same unknown API is met in dozens. */
const MOST_TESTS = 2;

type Tests = ReadonlyMap<number, readonly string[]>;

/**
 * docs/conformance.md: what is known of AWS's behaviour, and the tests that hold Sallyport to it.
 * @param tests the test files that cite a fact, by its number
 * @param rules what the control plane refuses, with its tests
 */
export function conformancePage(tests: Tests, rules: readonly CheckedGroup[]): string {
  const numbers = FACTS.flatMap((group) => numbersOf(group));
  const missing = numbers.filter((number) => !tests.has(number));
  return `# Conformance

<!-- Written by tools/docs.mjs from tools/docs/facts.ts and the tests: run \`npm run docs\`. -->

Each fact is something that Amazon API Gateway is documented or was recorded to do. Tests cite them by number (\`fact D4\`); a
fact counts as tested when a test file cites it. ${numbers.length - missing.length} of ${numbers.length} are.

Without a test: ${missing.map((number) => `D${number}`).join(', ') || 'none'}.

${FACTS.map((group) => section(group, tests)).join('\n\n')}

${rulesSection(rules)}
`;
}

function rulesSection(groups: readonly CheckedGroup[]): string {
  const all = groups.flatMap(({ rules }) => rules);
  const ofAws = all.filter(({ words }) => words === 'AWS').length;
  return `## What the control plane refuses

All that the control plane of REST APIs can answer with a refusal or a warning: ${all.length} rules, ${ofAws} of them in AWS's words, the
others in our own where AWS's are not known. The list is complete by check: \`npm run check:docs\` fails when a text in the sources has no
rule here, and when no test says a rule's answer. The first column is the row of AWS's feature, or the number of the fact above. Unknown
patch operations and values outside of an enumeration are held to the published service model for every operation
([unknown-operations](../src/services/apigateway/patch/unknown-operations.test.ts),
[enumerations](../src/services/apigateway/enumerations.test.ts)); what files are refused, and that they leave nothing behind, is in
[malformed-files](../src/services/apigateway/import/malformed-files.test.ts) and
[half-way](../src/services/apigateway/import/half-way.test.ts).

${groups.map(ruleGroup).join('\n\n')}`;
}

function ruleGroup({ title, rules }: CheckedGroup): string {
  const rows = rules.map(
    ({ source, rule, answer, words, tests }) =>
      `| ${source} | ${rule} | ${code(answer)} | ${words} | ${tests.slice(0, MOST_TESTS).map(linkInRoom).join(', ')} |`,
  );
  return [
    `### ${title}`,
    '',
    '| | what is refused | the answer | words | tests |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

/** A link whose text has the test's folder, for many rooms have a file of the same name. */
function linkInRoom(path: string): string {
  return `[${path.split('/').slice(-2).join('/').replace('.test.ts', '')}](../${path})`;
}

/** Text as code in a table. */
function code(text: string): string {
  return `\`${text.replaceAll('\n', ' ').replaceAll('|', '\\|')}\``;
}

function numbersOf({ facts }: FactGroup): readonly number[] {
  return Object.keys(facts).map(Number);
}

function section(group: FactGroup, tests: Tests): string {
  const rows = numbersOf(group).map(
    (number) => `| D${number} | ${group.facts[number]} | ${links(tests.get(number))} |`,
  );
  return [`## ${group.title}`, '', '| fact | what AWS does | tests |', '| --- | --- | --- |', ...rows].join('\n');
}
