import { expect, it } from 'vitest';
import { fileOf } from '../zip/code-file.ts';
import { type CodeDraft, changed, changedSince, isPath, withFile, withoutFile } from './draft.ts';

const BASE = [fileOf('index.mjs', 'a'), fileOf('lib/b.mjs', 'b', 0o100755)];
const NONE: CodeDraft = { baseSha: 'x', changes: new Map() };

it('lays changes over the files that are deployed', () => {
  const edited = withFile(NONE, BASE, fileOf('index.mjs', 'other'));
  const added = withFile(edited, BASE, fileOf('a.txt', ''));
  const removed = withoutFile(added, BASE, 'lib/b.mjs');
  expect(changed(BASE, removed)).toEqual([fileOf('a.txt', ''), fileOf('index.mjs', 'other')]);
  expect(removed.changes.size).toBe(3);
});

it('forgets a change that was taken back, and a new file that was deleted', () => {
  const edited = withFile(NONE, BASE, fileOf('index.mjs', 'other'));
  expect(withFile(edited, BASE, fileOf('index.mjs', 'a')).changes.size).toBe(0);
  expect(withoutFile(withFile(NONE, BASE, fileOf('new', '')), BASE, 'new').changes.size).toBe(0);
});

it.each([
  ['index.mjs', true],
  ['a/b/c', true],
  ['', false],
  ['/a', false],
  ['a/', false],
  ['a/../b', false],
  ['a\\b', false],
])('takes %j for a path: %s', (path, isGood) => {
  expect(isPath(path)).toBe(isGood);
});

it('what is typed while a draft is deployed stays, on the code that was deployed', () => {
  const a = fileOf('a.mjs', '1');
  const sent = { baseSha: 'old', changes: new Map([['a.mjs', a]]) };
  expect(changedSince(sent, sent, 'new')).toBeNull();
  const later = fileOf('a.mjs', '2');
  const now = {
    baseSha: 'old',
    changes: new Map([
      ['a.mjs', later],
      ['b.mjs', undefined],
    ]),
  };
  expect(changedSince(sent, now, 'new')).toEqual({ baseSha: 'new', changes: now.changes });
});
