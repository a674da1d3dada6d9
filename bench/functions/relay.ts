import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import type { Program } from '../support/compile.ts';
import { cpuMs, processTree } from '../support/process-tree.ts';

/** Microseconds of CPU that a call takes on both sides of the channel to an instance. */
export interface CallCost {
  readonly gatewayUs: number;
  readonly instanceUs: number;
}

export interface Relay {
  readonly url: string;
  /** Of the process that takes requests; its children are the instances. */
  readonly pid: number;
  stop(): Promise<void>;
}

/** What a gateway of functions does at the least: `relay.c`. @param spends beside what its own few system calls take */
export async function startRelay(program: Program, spends: CallCost, instances: number): Promise<Relay> {
  const args = [spends.gatewayUs, spends.instanceUs, instances].map(String);
  const child = spawn(program.path, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  const [port] = await once(child.stdout, 'data');
  return {
    url: `http://127.0.0.1:${String(port).trim()}/`,
    pid: child.pid ?? 0,
    async stop() {
      child.stdin.end();
      await Promise.all([ended, text(child.stdout)]);
    },
  };
}

/**
 * What calls cost while something runs.
 * @param gateway the process that takes them
 * @param root the process that all came from; what is neither it nor the gateway is an instance
 * @param run makes calls, and tells how many
 */
export async function costOf(gateway: number, root: number, run: () => Promise<number>): Promise<CallCost> {
  const spent = () => new Map(processTree(root).map((pid) => [pid, cpuMs(pid)]));
  const before = spent();
  const calls = await run();
  const after = [...spent()].map(([pid, ms]) => ({ pid, ms: ms - (before.get(pid) ?? 0) }));
  const perCall = (some: typeof after) => (1_000 * some.reduce((sum, { ms }) => sum + ms, 0)) / calls;
  return {
    gatewayUs: perCall(after.filter(({ pid }) => pid === gateway)),
    instanceUs: perCall(after.filter(({ pid }) => pid !== gateway && pid !== root)),
  };
}

/** A relay that takes as much CPU a call as something else does. @param run makes calls to what is at a URL, and tells how many */
export async function startEqualRelay(
  program: Program,
  cost: CallCost,
  instances: number,
  run: (url: string) => Promise<number>,
): Promise<Relay> {
  const bare = await startRelay(program, { gatewayUs: 0, instanceUs: 0 }, instances);
  const own = await costOf(bare.pid, bare.pid, () => run(bare.url));
  await bare.stop();
  const missing = (name: keyof CallCost) => Math.max(cost[name] - own[name], 0);
  const spends = { gatewayUs: missing('gatewayUs'), instanceUs: missing('instanceUs') };
  return await startRelay(program, spends, instances);
}
