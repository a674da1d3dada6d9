/** Lambda guide, "Configure Lambda function memory": "At 1,769 MB, a function has the equivalent of one vCPU". */
const MB_PER_VCPU = 1_769;

/** What a function's memory stands for of the processor's time, 1 for one whole processor. */
export function vcpus(memorySizeMb: number): number {
  return memorySizeMb / MB_PER_VCPU;
}
