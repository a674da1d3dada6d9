import { refusalFinder, refusalsIn, unescaped } from './refusals.ts';
import { FRAGMENTS, OTHER_TEXTS, RULES, type RuleGroup } from './rules/index.ts';
import type { TestFile } from './test-files.ts';

const SERVICE = 'src/services/apigateway';

/** A rule as the page shows it. */
export interface CheckedRule {
  /** The features' row or the fact's number. */
  readonly source: string;
  readonly rule: string;
  readonly answer: string;
  readonly words: 'AWS' | 'ours';
  /** The test files in which the answer stands. */
  readonly tests: readonly string[];
}

export interface CheckedGroup {
  readonly title: string;
  readonly rules: readonly CheckedRule[];
}

/** The rules with their tests, and what is wrong with them. */
export interface CheckedRules {
  readonly groups: readonly CheckedGroup[];
  readonly problems: readonly string[];
}

/**
 * Ties rules to sources and tests. An answer that several rooms give needs a test in each of them; the rest may be tested
 * anywhere.
 * @param sources the product's files
 */
export function checkRules(sources: readonly TestFile[], tests: readonly TestFile[]): CheckedRules {
  const readable = tests.map(({ path, text }) => ({ path, text: unescaped(text) }));
  const groups = RULES.map((group) => ({
    title: group.title,
    rules: [...rulesOf(group, 'AWS', readable), ...rulesOf(group, 'ours', readable)],
  }));
  const untested = groups.flatMap(({ title, rules }) =>
    rules.filter((rule) => rule.tests.length === 0).map(({ answer }) => `${title}: no test says "${answer}"`),
  );
  return { groups, problems: [...RULES.flatMap((group) => mismatches(group, sources)), ...untested] };
}

function rulesOf(group: RuleGroup, words: CheckedRule['words'], tests: readonly TestFile[]): readonly CheckedRule[] {
  return Object.entries(words === 'AWS' ? group.aws : group.ours).map(([answer, described]) => {
    const [, source = '', rule = ''] = /^((?:[AD]\d[\w.]*(?:, )?)*) ?(.*)$/.exec(described) ?? [];
    const isSaidIn = refusalFinder(answer);
    const isShared =
      group.room !== SERVICE && RULES.some((other) => other !== group && answersOf(other).includes(answer));
    const found = tests.filter(({ path, text }) => (!isShared || isIn(group, path)) && isSaidIn(text));
    return { source, rule, answer, words, tests: found.map(({ path }) => path) };
  });
}

/** Texts of a room without a rule, and rules that no source of the room says any more. */
function mismatches(group: RuleGroup, sources: readonly TestFile[]): readonly string[] {
  const said = new Set(sources.filter(({ path }) => isIn(group, path)).flatMap(({ text }) => refusalsIn(text)));
  const known = new Set([...answersOf(group), ...FRAGMENTS, ...OTHER_TEXTS]);
  return [
    ...[...said]
      .filter((text) => !known.has(text))
      .map((text) => `${group.title}: no rule in tools/docs/rules has "${text}"`),
    ...answersOf(group).flatMap((text) => (said.has(text) ? [] : `${group.title}: no source says "${text}"`)),
  ];
}

function answersOf({ aws, ours }: RuleGroup): readonly string[] {
  return [...Object.keys(aws), ...Object.keys(ours)];
}

/** The service's own folder holds rooms; of its files those that stand in it alone are meant. */
function isIn({ room }: RuleGroup, path: string): boolean {
  if (!path.startsWith(`${room}/`)) return false;
  return room !== SERVICE || !path.slice(room.length + 1).includes('/');
}
