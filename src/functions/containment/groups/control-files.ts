import { LIMITS } from '../../limits.ts';
import { vcpus } from '../../vcpus.ts';
import type { Allotment } from './groups.ts';
import { weight } from './share.ts';

/** What of a machine can be divided. Each is had in one hierarchy of control groups at most. */
export type Controller = 'cpu' | 'memory' | 'pids';
export type Version = 1 | 2;

/** A file of a group, and what is written into it. */
interface ControlFile {
  readonly name: string;
  readonly value: string;
  /** The system's errors after which all is as it should be. */
  readonly tolerated?: readonly string[];
}

/**
 * What makes a group one of this allotment (cgroup-v2.rst, "CPU", "Memory", "PID"; cgroup-v1/ for the first version).
 * @param capsCpu whether it gets no more than its share when nobody else wants the CPU
 */
export function controlFiles(
  controllers: readonly Controller[],
  version: Version,
  allotment: Allotment,
  capsCpu: boolean,
): readonly ControlFile[] {
  return controllers.flatMap((controller) => FILES[version][controller](allotment, capsCpu));
}

/** How much CPU a group gets beside others: as a number, of which one vCPU is `unit`, the default of a group. */
export const CPU_WEIGHT = {
  1: { name: 'cpu.shares', unit: 1_024, least: 2, most: 262_144 },
  2: { name: 'cpu.weight', unit: 100, least: 1, most: 10_000 },
} as const;

type Files = (allotment: Allotment, capsCpu: boolean) => readonly ControlFile[];

const pids: Files = () => [{ name: 'pids.max', value: String(LIMITS.maxProcesses + LIMITS.launcherProcesses) }];

const FILES: Readonly<Record<Version, Readonly<Record<Controller, Files>>>> = {
  1: {
    cpu: ({ memorySizeMb }, capsCpu) => [
      cpuWeight(memorySizeMb, 1),
      ...(capsCpu ? [{ name: 'cpu.cfs_period_us', value: String(LIMITS.cpuPeriodUs) }] : []),
      // Refused where a group above has less, which holds then.
      ...(capsCpu ? [{ name: 'cpu.cfs_quota_us', value: String(quotaUs(memorySizeMb)), tolerated: ['EINVAL'] }] : []),
    ],
    // It counts differently from the second version, and would only be had where that is not: memory is watched there.
    memory: () => [],
    pids,
  },
  2: {
    cpu: ({ memorySizeMb }, capsCpu) => [
      cpuWeight(memorySizeMb, 2),
      ...(capsCpu ? [{ name: 'cpu.max', value: `${quotaUs(memorySizeMb)} ${LIMITS.cpuPeriodUs}` }] : []),
    ],
    memory: ({ memorySizeMb, storageMb }) => [
      { name: 'memory.max', value: String((memorySizeMb + storageMb + LIMITS.groupMemoryMb) * 1_048_576) },
      { name: 'memory.oom.group', value: '1' },
      // A kernel may be without it.
      { name: 'memory.swap.max', value: '0', tolerated: ['ENOENT', 'EACCES'] },
    ],
    pids,
  },
};

function cpuWeight(memorySizeMb: number, version: Version): ControlFile {
  const { name, unit, least, most } = CPU_WEIGHT[version];
  return { name, value: String(weight(memorySizeMb, unit, least, most)) };
}

/** The kernel takes no quota below a millisecond. */
function quotaUs(memorySizeMb: number): number {
  return Math.max(Math.round(LIMITS.cpuPeriodUs * vcpus(memorySizeMb)), 1_000);
}
