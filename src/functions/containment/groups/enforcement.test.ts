import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { LIMITS } from '../../limits.ts';
import { treeOf } from '../process-tree.ts';
import { legacyBase } from './base.ts';
import { createControlGroups } from './control-groups.ts';
import { groupsFrom, groupsIn, makeGroup, moveInto, removeGroup, unless } from './files.ts';
import { findGroups } from './find-groups.ts';
import type { Group, Groups } from './groups.ts';
import { ownHierarchies, readHierarchies } from './hierarchies.ts';
import { ownGroupName } from './owner.ts';
import { heedsAutogroups, openAutogroup, openNiceness } from './priorities.ts';

// What the kernel of this machine does, by what processes get of it.

const children: ChildProcess[] = [];
const opened: Group[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await Promise.all(opened.splice(0).map((group) => group.release()));
});

const { groups: found, missing } = await findGroups(false);
const { groups: capped } = await findGroups(true);
afterAll(() => [found, capped].forEach((groups) => void groups.close()));
const isCgroup = found.abilities.cpu.startsWith('cgroup');
const where = `(${found.abilities.cpu}${missing.length > 0 ? `: ${missing.join('; ')}` : ''})`;

/** Computes on one processor for ever. */
const BURN_ON_ONE = `taskset -c 0 sh -c 'while :; do :; done'`;
const ON_ONE = `exec ${BURN_ON_ONE}`;
const allotment = (memorySizeMb: number) => ({ memorySizeMb, storageMb: 0 });
const open = (groups: Pick<Groups, 'open'>, memorySizeMb: number) => {
  const group = keep(groups.open());
  group.allot(allotment(memorySizeMb));
  return group;
};

function keep(group: Group): Group {
  opened.push(group);
  return group;
}

/** Starts a shell, led into a group before it hears what it has to do. */
async function start(group: Group, script: string, isSession = true, mark = ''): Promise<number> {
  const child = spawn('sh', ['-s', mark], { stdio: ['pipe', 'ignore', 'ignore'], detached: isSession });
  children.push(child);
  const { pid } = child;
  if (pid === undefined) throw new Error('There is no shell.');
  await group.add(pid);
  child.stdin?.end(script);
  return pid;
}

/** The time that a process and those that came from it have had on a processor, in milliseconds (proc_pid_schedstat(5)). */
function cpuMs(pid: number): number {
  const spent = [...treeOf(pid)].map((each) => Number(readFileSync(`/proc/${each}/schedstat`, 'latin1').split(' ')[0]));
  return spent.reduce((sum, nanoseconds) => sum + nanoseconds / 1e6, 0);
}

/** What each of them gets of the same processor in the same second and a half. */
async function compete(pids: readonly number[]): Promise<readonly number[]> {
  await sleep(300);
  const before = pids.map(cpuMs);
  await sleep(1_500);
  return pids.map((pid, index) => cpuMs(pid) - (before[index] ?? 0));
}

/** The most that priorities make of four times the memory: five steps. */
const PRIORITY = 1.25 ** 5;

describe('the CPU is divided in proportion to memory', () => {
  const pair = async (groups: readonly Group[], isSession: boolean, factor = 4) => {
    const pids = await Promise.all(groups.map((group) => start(group, ON_ONE, isSession)));
    const [large = 0, small = 0] = await compete(pids);
    expect(small).toBeGreaterThan(0);
    // A busy machine takes from both.
    expect(large / small).toBeGreaterThan(factor / 1.6);
    expect(large / small).toBeLessThan(factor * 1.6);
  };

  test(`by what this machine has ${where}`, { retry: 2 }, () => pair([open(found, 1_769), open(found, 442)], true));

  test('by groups of sessions', { retry: 2 }, async ({ skip }) => {
    if (!heedsAutogroups(ownHierarchies())) skip('this kernel divides the CPU by other groups');
    const groups = { open: openAutogroup };
    await pair([open(groups, 1_769), open(groups, 442)], true, PRIORITY);
  });

  test.skipIf(process.geteuid?.() !== 0)(
    'by groups of sessions, also when they are out of reach for a moment (needs root)',
    async ({ skip }) => {
      if (!existsSync('/proc/self/autogroup')) skip('this kernel has none');
      const group = open({ open: openAutogroup }, 128);
      const child = spawn('sleep', ['60'], { stdio: 'ignore', detached: true });
      children.push(child);
      // What is another's is refused as what is nobody's yet.
      process.seteuid?.(65_534);
      try {
        await group.add(child.pid ?? 0);
      } finally {
        process.seteuid?.(0);
      }
      await expect.poll(() => readFileSync(`/proc/${child.pid}/autogroup`, 'latin1')).toMatch(/ nice 5\n$/);
    },
  );

  test('by niceness', { retry: 2 }, () => {
    const groups = { open: openNiceness };
    return pair([open(groups, 1_769), open(groups, 442)], false, PRIORITY);
  });
});

describe('a control group', () => {
  const needs = (isThere: boolean, skip: (note: string) => void) => {
    if (!isThere) skip(`this machine has none for it ${where}`);
  };

  test('has the same share, however many processes it has', { retry: 2 }, async ({ skip }) => {
    needs(isCgroup, skip);
    const many = await start(open(found, 128), `for i in 1 2 3 4 5 6 7 8; do setsid ${BURN_ON_ONE} & done; wait`);
    const one = await start(open(found, 128), ON_ONE);
    const [ofMany = 0, ofOne = 0] = await compete([many, one]);
    expect(ofMany / ofOne).toBeGreaterThan(0.6);
    expect(ofMany / ofOne).toBeLessThan(1.6);
  });

  test('gets no more than its share where that is asked for', { retry: 2 }, async ({ skip }) => {
    needs(capped.abilities.capsCpu, skip);
    const pid = await start(open(capped, 442), ON_ONE);
    const before = [cpuMs(pid), performance.now()] as const;
    await sleep(1_500);
    const part = (cpuMs(pid) - before[0]) / (performance.now() - before[1]);
    // A quarter of a processor.
    expect(part).toBeLessThan(0.35);
  });

  test('gets what there is where its share is more than we have', async ({ skip }) => {
    const cpu = ownHierarchies().legacy.get('cpu');
    if (capped.abilities.cpu !== 'cgroup1' || cpu === undefined) return skip(`only the first version minds ${where}`);
    const own = join(cpu.own, `half-${process.pid}`);
    makeGroup(own);
    try {
      writeFileSync(join(own, 'cpu.cfs_quota_us'), '50000');
      const groups = createControlGroups([legacyBase({ ...cpu, own }, ownGroupName(), ['cpu'])], true);
      const group = open(groups, 1_769);
      const pid = await start(group, ON_ONE);
      const before = [cpuMs(pid), performance.now()] as const;
      await sleep(1_500);
      const part = (cpuMs(pid) - before[0]) / (performance.now() - before[1]);
      await group.release();
      expect(part).toBeLessThan(0.65);
    } finally {
      groupsFrom(own).forEach(removeGroup);
    }
  });

  test('ends with all that is in it, wherever that has gone', async ({ skip }) => {
    needs(isCgroup, skip);
    const group = open(found, 128);
    const mark = `8${process.pid}`;
    await start(group, `setsid sleep ${mark} & exit`);
    await expect.poll(() => running(`sleep\0${mark}\0`)).toBe(1);
    await group.release();
    expect(running(`sleep\0${mark}\0`)).toBe(0);
  });

  test('ends with those that have been made in it', async ({ skip }) => {
    needs(isCgroup, skip);
    const group = open(found, 128);
    const mark = `9${process.pid}`;
    const pid = await start(group, `exec sleep ${mark}`);
    const made = groupsOf(pid).map((folder) => join(folder, 'made'));
    for (const folder of made) {
      makeGroup(folder);
      await moveInto(folder, pid);
    }
    await group.release();
    expect(running(`sleep\0${mark}\0`)).toBe(0);
    expect(made.map((folder) => existsSync(dirname(folder)))).toEqual(made.map(() => false));
    expect(made).not.toEqual([]);
  });

  test('counts its processes', { timeout: 60_000 }, async ({ skip }) => {
    needs(found.abilities.countsProcesses, skip);
    const mark = `7${process.pid}`;
    const most = LIMITS.maxProcesses + LIMITS.launcherProcesses;
    const born = () => running(`sh\0-s\0${mark}\0`);
    // Each waits for somebody to write, which nobody does.
    const script = `mkfifo /tmp/${mark}; i=0; while [ $i -lt 2000 ]; do read _ </tmp/${mark} & i=$((i + 1)); done; wait`;
    await start(open(found, 128), script, true, mark);
    try {
      await expect.poll(born, { timeout: 50_000, interval: 500 }).toBeGreaterThan(most - 10);
    } finally {
      rmSync(`/tmp/${mark}`, { force: true });
    }
    // It has given up, or asks in vain.
    await sleep(200);
    expect(born()).toBeLessThanOrEqual(most);
  });

  // On a kernel that has it: test/functions/unified-groups.test.ts brings one.
  if (found.abilities.boundsMemory) {
    test('is ended as a whole when it takes too much memory', { timeout: 60_000 }, async () => {
      const group = open(found, 16);
      const mark = `6${process.pid}`;
      await start(
        group,
        `sleep ${mark} & exec ${process.execPath} -e 'for (const all = [];;) all.push(Buffer.alloc(1 << 20, 1))'`,
      );
      const [child] = children;
      await expect.poll(() => child?.signalCode, { timeout: 30_000 }).toBe('SIGKILL');
      await expect.poll(() => running(`sleep\0${mark}\0`)).toBe(0);
    });
  }

  test('leaves nothing behind', async ({ skip }) => {
    needs(isCgroup, skip);
    const before = ownGroups();
    const { groups } = await findGroups(false);
    const group = open(groups, 128);
    await start(group, ON_ONE);
    expect(ownGroups()).toBeGreaterThan(before);
    await group.release();
    groups.close();
    expect(ownGroups()).toBe(before);
  });
});

/** How many processes have such a command line. */
function running(commandLine: string): number {
  return readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    return unless(['ENOENT', 'ESRCH'], () => readFileSync(`/proc/${name}/cmdline`, 'latin1')) === commandLine;
  }).length;
}

/** The folders of the groups of ours that a process is in. */
function groupsOf(pid: number): readonly string[] {
  const [mounts, groups] = ['self/mountinfo', `${pid}/cgroup`].map((path) => readFileSync(`/proc/${path}`, 'latin1'));
  const { unified, legacy } = readHierarchies(mounts ?? '', groups ?? '');
  return [unified, ...legacy.values()].flatMap((each) => (each?.own.includes('/sallyport.') ? [each.own] : []));
}

/** The groups of this process's runtimes, in all hierarchies. */
function ownGroups(): number {
  const { unified, legacy } = ownHierarchies();
  const folders = new Set(
    [unified, ...legacy.values()].flatMap((each) => (each ? [each.root, each.own, dirname(each.own)] : [])),
  );
  return [...folders].flatMap(groupsIn).filter((name) => name.startsWith(`sallyport.${process.pid}.`)).length;
}
