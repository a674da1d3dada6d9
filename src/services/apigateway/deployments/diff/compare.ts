import { differences } from '../../../../json/index.ts';
import type { ApiSnapshot } from '../../../../model/index.ts';
import { type ApiChange, type ChangedValue, worstOf } from './change.ts';
import { riskOf, riskOfValue } from './risks.ts';
import { type Subject, subjectsOf } from './subjects.ts';

/** What differs between two states of an API: the API itself, methods by their paths, then what they use. */
export function compareApis(before: ApiSnapshot, after: ApiSnapshot): readonly ApiChange[] {
  const [was, is] = [subjectsOf(before), subjectsOf(after)];
  const keys = [...new Set([...was.keys(), ...is.keys()])];
  return keys
    .flatMap((key) => changeOf(was.get(key), is.get(key)))
    .toSorted((one, other) => rank(one) - rank(other) || compareTexts(pathOf(one), pathOf(other)));
}

function changeOf(before: Subject | undefined, after: Subject | undefined): readonly ApiChange[] {
  const subject = after ?? before;
  if (subject === undefined) return [];
  const { kind, where } = subject;
  if (before === undefined) return [{ kind, where, change: 'added', risk: riskOf(kind, 'added'), values: [] }];
  if (after === undefined) return [{ kind, where, change: 'removed', risk: riskOf(kind, 'removed'), values: [] }];
  const values = differences(before.value, after.value).map((difference): ChangedValue => {
    const { path, before: was, after: is } = difference;
    return { ...difference, risk: riskOfValue(kind, path, was, is) };
  });
  if (values.length === 0) return [];
  return [{ kind, where, change: 'changed', risk: worstOf(values.map(({ risk }) => risk)), values }];
}

const KINDS: readonly ApiChange['kind'][] = [
  'api',
  'method',
  'authorizer',
  'model',
  'request validator',
  'gateway response',
];

function rank({ kind }: ApiChange): number {
  return KINDS.indexOf(kind);
}

/** Methods of one path stand together. */
function pathOf({ kind, where }: ApiChange): string {
  const [verb = '', path = ''] = where.split(' ', 2);
  return kind === 'method' ? `${path} ${verb}` : where;
}

function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
