import type { FunctionVersion } from '../model/index.ts';
import { Instance, type InstanceListener } from './instance.ts';
import type { InstanceHost } from './instance-resources.ts';
import type { Launch } from './interpreters.ts';

export interface PoolOptions {
  /** Instances of all functions together. */
  readonly maxInstances: number;
  /** After which an instance without work leaves. */
  readonly idleTimeoutMs: number;
  /** How long a call waits for an instance that has answered but not asked for more, before another is started. */
  readonly finishingGraceMs: number;
}

/** All instances of all functions: who is free, who is to go. What an instance runs is its user's business. */
export interface InstancePool {
  /** A free instance of exactly this revision, if there is one or is about to be one. It is the caller's until it asks for work again. */
  takeWarm(version: FunctionVersion): Instance | Promise<Instance | undefined> | undefined;
  /** A new instance, the caller's from its start; undefined when no more may be started. */
  start(version: FunctionVersion, launch: Launch, requestId: string): Instance | undefined;
  end(instance: Instance): void;
  /** Ends the idle instances of a function, and the busy ones when they have finished. */
  retire(functionArn: string): void;
  isInUse(codeDirectory: string): boolean;
  /** Ends everything; resolves when nothing is left. */
  close(): Promise<void>;
}

interface Member {
  readonly instance: Instance;
  /** Set while it waits for work without being anybody's. */
  idleTimer?: NodeJS.Timeout | undefined;
  /** The call that waits for it to ask for work; it goes to nobody else. */
  heir?: ((instance: Instance | undefined) => void) | undefined;
  /** Takes no further invocation. */
  retired: boolean;
}

export function createInstancePool(options: PoolOptions, host: InstanceHost): InstancePool {
  /** The one that has been idle longest comes first among the idle. */
  const members = new Map<Instance, Member>();
  /** Ended, but not yet gone. */
  const ending = new Set<Instance>();
  let closed = false;

  const remove = (member: Member) => {
    const { instance } = member;
    if (!members.delete(instance)) return;
    clearTimeout(member.idleTimer);
    bequeath(member, undefined);
    ending.add(instance);
    instance.end();
    void instance.gone.then(() => ending.delete(instance));
  };

  const listener: InstanceListener = {
    onAvailable(instance) {
      const member = members.get(instance);
      if (member === undefined || instance.isNew) return;
      if (member.retired) return remove(member);
      if (bequeath(member, instance)) return;
      members.delete(instance);
      members.set(instance, member);
      member.idleTimer = setTimeout(remove, options.idleTimeoutMs, member).unref();
    },
    onEnded(instance) {
      const member = members.get(instance);
      if (member !== undefined) remove(member);
    },
  };

  /** Drops the instances of other revisions on the way. */
  const siblings = (version: FunctionVersion): Member[] => {
    const same: Member[] = [];
    for (const member of members.values()) {
      const other = member.instance.version;
      if (other.arn !== version.arn || other.version !== version.version) continue;
      if (other.revisionId === version.revisionId && !member.retired) same.push(member);
      else retire(member);
    }
    return same;
  };

  const retire = (member: Member) => {
    member.retired = true;
    if (member.idleTimer !== undefined) remove(member);
  };

  return {
    takeWarm(version) {
      const candidates = siblings(version);
      const idle = candidates.findLast((member) => member.idleTimer !== undefined && member.instance.available);
      if (idle !== undefined) {
        clearTimeout(idle.idleTimer);
        idle.idleTimer = undefined;
        return idle.instance;
      }
      const finishing = candidates.find(isFinishing);
      return finishing && inherit(finishing, options.finishingGraceMs);
    },
    start(version, launch, requestId) {
      if (closed) return undefined;
      if (members.size >= options.maxInstances) {
        const all = [...members.values()];
        const leaver = all.find((member) => member.idleTimer !== undefined) ?? all.find(isFinishing);
        if (leaver === undefined) return undefined;
        remove(leaver);
      }
      const instance = new Instance(version, launch, requestId, host, listener);
      members.set(instance, { instance, retired: false });
      return instance;
    },
    end: (instance) => listener.onEnded(instance),
    retire(functionArn) {
      for (const member of members.values()) {
        if (member.instance.version.arn === functionArn) retire(member);
      }
    },
    isInUse(codeDirectory) {
      return [...members.keys(), ...ending].some((instance) => instance.version.codeDirectory === codeDirectory);
    },
    async close() {
      closed = true;
      for (const member of members.values()) remove(member);
      await Promise.all([...ending].map((instance) => instance.gone));
    },
  };
}

/** Whether it has answered, will ask for work in a moment, and nobody waits for that. */
function isFinishing(member: Member): boolean {
  return member.instance.finishing && member.heir === undefined;
}

/** Waits for an instance that is about to ask for work. */
function inherit(member: Member, timeoutMs: number): Promise<Instance | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => bequeath(member, undefined), timeoutMs);
    member.heir = (instance) => {
      clearTimeout(timer);
      resolve(instance);
    };
  });
}

/** Hands an instance (or the news that there is none) to the call that waits for it; false when none waits. */
function bequeath(member: Member, instance: Instance | undefined): boolean {
  const { heir } = member;
  member.heir = undefined;
  heir?.(instance);
  return heir !== undefined;
}
