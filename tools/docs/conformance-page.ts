import { FACTS, type FactGroup } from './facts.ts';
import { links } from './test-files.ts';

type Tests = ReadonlyMap<number, readonly string[]>;

/**
 * docs/conformance.md: what is known of AWS's behaviour, and the tests that hold Sallyport to it.
 * @param tests the test files that cite a fact, by its number
 */
export function conformancePage(tests: Tests): string {
  const numbers = FACTS.flatMap((group) => numbersOf(group));
  const missing = numbers.filter((number) => !tests.has(number));
  return `# Conformance

<!-- Written by tools/docs.mjs from tools/docs/facts.ts and the tests: run \`npm run docs\`. -->

Each fact is something that Amazon API Gateway is documented or was recorded to do. Tests cite them by number (\`fact D4\`); a
fact counts as tested when a test file cites it. ${numbers.length - missing.length} of ${numbers.length} are.

Without a test: ${missing.map((number) => `D${number}`).join(', ') || 'none'}.

${FACTS.map((group) => section(group, tests)).join('\n\n')}
`;
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
