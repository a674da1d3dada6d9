import { chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { groupsIn } from './files.ts';
import { ownGroupName, removeAbandoned } from './owner.ts';

test('what servers have left that were killed is removed, and nothing else', () => {
  const parent = mkdtempSync(join(tmpdir(), 'sallyport-groups-'));
  try {
    const own = ownGroupName();
    expect(own).not.toBe(ownGroupName());
    // Numbers of processes come again: this one was started at another time.
    const abandoned = [`sallyport.${process.pid}.1.0`, 'sallyport.4194305.99.3'];
    for (const name of [own, 'user.slice', 'sallyport-server', ...abandoned]) {
      mkdirSync(join(parent, name, 'fn-0'), { recursive: true });
    }
    removeAbandoned(parent);
    expect([...groupsIn(parent)].sort()).toEqual([own, 'sallyport-server', 'user.slice'].sort());
  } finally {
    rmSync(parent, { recursive: true });
  }
});

test.skipIf(process.geteuid?.() !== 0)(
  'what another user has left stays, and is nobody’s obstacle (needs root)',
  () => {
    const parent = mkdtempSync(join(tmpdir(), 'sallyport-groups-'));
    try {
      const abandoned = `sallyport.${process.pid}.1.0`;
      mkdirSync(join(parent, abandoned, 'fn-0'), { recursive: true });
      chownSync(parent, 65_534, 65_534);
      process.seteuid?.(65_534);
      removeAbandoned(parent);
      expect(groupsIn(parent)).toEqual([abandoned]);
    } finally {
      process.seteuid?.(0);
      rmSync(parent, { recursive: true });
    }
  },
);
