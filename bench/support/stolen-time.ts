import { readFileSync } from 'node:fs';

/** Time that processors have spent since the machine started, all of them together, in the kernel's ticks. */
interface ProcessorTimes {
  readonly all: number;
  /** What the host of a virtual machine has given to others while something here was ready to run. */
  readonly stolen: number;
}

/**
 * Begins to measure which part of the processors' time the host of this virtual machine takes: a part of every latency is its doing then.
 * @returns what tells it of the time since then: 0 to 1; undefined where the system does not tell
 */
export function measureStolen(): () => number | undefined {
  const started = processorTimes();
  return () => {
    const now = processorTimes();
    if (started === undefined || now === undefined) return undefined;
    return (now.stolen - started.stolen) / Math.max(now.all - started.all, 1);
  };
}

/** Since this process started. */
export const stolenShare = measureStolen();

function processorTimes(): ProcessorTimes | undefined {
  try {
    return readTimes(readFileSync('/proc/stat', 'latin1'));
  } catch {
    return undefined;
  }
}

/** The first line of `/proc/stat` (proc(5)): user, nice, system, idle, iowait, irq, softirq, steal; guest times are in the first two. */
export function readTimes(text: string): ProcessorTimes | undefined {
  const times = /^cpu +([\d ]+)$/m.exec(text)?.[1]?.split(' ').map(Number).slice(0, 8);
  if (times?.length !== 8) return undefined;
  return { all: times.reduce((sum, time) => sum + time, 0), stolen: times[7] as number };
}
