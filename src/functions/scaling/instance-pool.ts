import type { FunctionVersion } from '../../model/index.ts';
import type { InstanceFailure } from '../function-errors.ts';
import { Instance, type InstanceListener } from '../instance.ts';
import type { InstanceHost } from '../instance-resources.ts';
import type { Launch } from '../interpreters.ts';

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
  takeWarm(version: Revision): Instance | Promise<Instance | undefined> | undefined;
  /** A new instance, the caller's from its start; undefined when no more may be started. */
  start(version: FunctionVersion, launch: Launch, requestId: string): Instance | undefined;
  end(instance: Instance): void;
  /** The caller does not use an instance that he was given, and that waits for work. */
  release(instance: Instance): void;
  /**
   * Keeps so many instances of a version ready: started now, replaced when they end, and idle without a time limit.
   * @param count 0 for none any more
   */
  keepReady(version: FunctionVersion, launch: Launch, count: number): void;
  /** What has become of that. */
  readiness(functionArn: string, version: string): Readiness;
  /** Ends the idle instances of a function, or of one of its versions or revisions, and the busy ones when they have finished. */
  retire(functionArn: string, version?: string, revisionId?: string): void;
  /** Keeps nothing ready of a function, or of one of its versions, any more. */
  forget(functionArn: string, version?: string): void;
  isInUse(codeDirectory: string): boolean;
  /** Ends everything; resolves when nothing is left. */
  close(): Promise<void>;
}

/** What instances are told apart by. */
export type Revision = Pick<FunctionVersion, 'arn' | 'version' | 'revisionId'>;

export interface Readiness {
  /** Instances that are there, ready or not yet. */
  readonly allocated: number;
  /** Of them those that have loaded their function. */
  readonly available: number;
  /** Set when one of them failed while it was loading, and none has been ready since. */
  readonly failure: InstanceFailure | undefined;
}

interface Kept {
  readonly version: FunctionVersion;
  readonly launch: Launch;
  readonly count: number;
  failures: number;
  failure: InstanceFailure | undefined;
  timer?: NodeJS.Timeout | undefined;
}

interface Member {
  readonly instance: Instance;
  /** Whether it waits for work without being anybody's. */
  idle: boolean;
  /** After which an idle one leaves; not set for one that is kept ready. */
  idleTimer?: NodeJS.Timeout | undefined;
  /** The call that waits for it to ask for work; it goes to nobody else. */
  heir?: ((instance: Instance | undefined) => void) | undefined;
  /** Set for one that nobody has asked for: it is idle when it has loaded its function. */
  readonly spare?: true;
  /** Takes no further invocation. */
  retired: boolean;
}

export function createInstancePool(options: PoolOptions, host: InstanceHost): InstancePool {
  /** The one that has been idle longest comes first among the idle. */
  const members = new Map<Instance, Member>();
  /** Ended, but not yet gone. */
  const ending = new Set<Instance>();
  /** Versions that are kept ready, by ARN and version. */
  const kept = new Map<string, Kept>();
  let closed = false;

  const remove = (member: Member) => {
    const { instance } = member;
    if (!members.delete(instance)) return;
    clearTimeout(member.idleTimer);
    bequeath(member, undefined);
    ending.add(instance);
    instance.end();
    void instance.gone.then(() => ending.delete(instance));
    const keep = kept.get(keyOf(instance.version));
    if (keep !== undefined && !closed) refill(keep);
  };

  const membersOf = ({ arn, version, revisionId }: FunctionVersion) =>
    [...members.values()].filter(({ instance, retired }) => {
      const { version: other } = instance;
      return !retired && other.arn === arn && other.version === version && other.revisionId === revisionId;
    });

  /** Starts what is missing; the more often it failed, the later. */
  const refill = (keep: Kept) => {
    if (keep.timer !== undefined || membersOf(keep.version).length >= keep.count) return;
    const delayMs = keep.failures === 0 ? 0 : Math.min(100 * 2 ** keep.failures, 60_000);
    keep.timer = setTimeout(() => {
      keep.timer = undefined;
      for (let missing = keep.count - membersOf(keep.version).length; missing > 0; missing--) startKept(keep);
    }, delayMs).unref();
  };
  const startKept = (keep: Kept) => {
    if (closed || members.size >= options.maxInstances) return;
    const instance = new Instance(keep.version, keep.launch, host.uuid(), host, listener);
    members.set(instance, { instance, idle: false, spare: true, retired: false });
    void instance.initialised.then((failure) => {
      keep.failures = failure === undefined ? 0 : keep.failures + 1;
      keep.failure = failure;
      if (failure !== undefined) listener.onEnded(instance);
    });
  };
  const settle = (member: Member) => {
    const { instance } = member;
    members.delete(instance);
    members.set(instance, member);
    member.idle = true;
    const keep = kept.get(keyOf(instance.version));
    const isKept = keep !== undefined && membersOf(instance.version).length <= keep.count;
    if (!isKept) member.idleTimer = setTimeout(remove, options.idleTimeoutMs, member).unref();
  };

  const listener: InstanceListener = {
    onAvailable(instance) {
      const member = members.get(instance);
      if (member === undefined || (instance.isNew && member.spare !== true)) return;
      if (member.retired) return remove(member);
      if (bequeath(member, instance)) return;
      settle(member);
    },
    onExpiring(instance) {
      const member = members.get(instance);
      if (member !== undefined) retire(member);
    },
    onEnded(instance) {
      const member = members.get(instance);
      if (member !== undefined) remove(member);
    },
  };

  /** Drops the instances of other revisions on the way. */
  const siblings = (version: Revision): Member[] => {
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
    if (member.idle) remove(member);
    else member.instance.recall();
  };

  return {
    takeWarm(version) {
      const candidates = siblings(version);
      const idle = candidates.findLast((member) => member.idle && member.instance.available);
      if (idle !== undefined) {
        clearTimeout(idle.idleTimer);
        idle.idle = false;
        return idle.instance;
      }
      const finishing = candidates.find(isFinishing);
      return finishing && inherit(finishing, options.finishingGraceMs);
    },
    start(version, launch, requestId) {
      if (closed) return undefined;
      if (members.size >= options.maxInstances) {
        const all = [...members.values()];
        const leaver = all.find((member) => member.idle) ?? all.find(isFinishing);
        if (leaver === undefined) return undefined;
        remove(leaver);
      }
      const instance = new Instance(version, launch, requestId, host, listener);
      members.set(instance, { instance, idle: false, retired: false });
      return instance;
    },
    end: (instance) => listener.onEnded(instance),
    release(instance) {
      const member = members.get(instance);
      if (member?.retired) remove(member);
      else if (member !== undefined && !bequeath(member, instance)) settle(member);
    },
    keepReady(version, launch, count) {
      const key = keyOf(version);
      clearTimeout(kept.get(key)?.timer);
      kept.delete(key);
      if (count > 0) {
        const keep: Kept = { version, launch, count, failures: 0, failure: undefined };
        kept.set(key, keep);
        refill(keep);
      }
      // Those that are more than wanted leave as others do.
      for (const member of membersOf(version)) {
        if (!member.idle || member.idleTimer !== undefined) continue;
        member.idleTimer = setTimeout(remove, options.idleTimeoutMs, member).unref();
      }
    },
    readiness(functionArn, version) {
      const keep = kept.get(`${functionArn}:${version}`);
      const all = keep === undefined ? [] : membersOf(keep.version).slice(0, keep.count);
      const available = all.filter(({ instance, idle }) => idle || !instance.isNew).length;
      return { allocated: all.length, available, failure: available === 0 ? keep?.failure : undefined };
    },
    retire(functionArn, version, revisionId) {
      for (const member of members.values()) {
        const own = member.instance.version;
        if (own.arn !== functionArn || (version !== undefined && version !== own.version)) continue;
        if (revisionId === undefined || revisionId === own.revisionId) retire(member);
      }
    },
    forget(functionArn, version) {
      for (const [key, keep] of kept) {
        const { arn, version: own } = keep.version;
        if (arn !== functionArn || (version !== undefined && version !== own)) continue;
        clearTimeout(keep.timer);
        kept.delete(key);
      }
    },
    isInUse(codeDirectory) {
      return [...members.keys(), ...ending].some(({ version }) => usesFolder(version, codeDirectory));
    },
    async close() {
      closed = true;
      for (const { timer } of kept.values()) clearTimeout(timer);
      for (const member of members.values()) remove(member);
      await Promise.all([...ending].map((instance) => instance.gone));
    },
  };
}

/** Whether a version's code or one of its layers lies in a folder. */
export function usesFolder({ codeDirectory, layerDirectories = [] }: FunctionVersion, folder: string): boolean {
  return codeDirectory === folder || layerDirectories.includes(folder);
}

function keyOf({ arn, version }: FunctionVersion): string {
  return `${arn}:${version}`;
}

/** Whether it has answered, will ask for work in a moment, and nobody waits for that. */
function isFinishing(member: Member): boolean {
  return member.instance.finishing && member.heir === undefined;
}

/** Waits for an instance that is about to ask for work. */
function inherit(member: Member, timeoutMs: number): Promise<Instance | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => bequeath(member, undefined), timeoutMs);
    const heir = (instance: Instance | undefined) => {
      clearTimeout(timer);
      resolve(instance);
    };
    member.heir = heir;
  });
}

/** Hands an instance (or the news that there is none) to the call that waits for it; false when none waits. */
function bequeath(member: Member, instance: Instance | undefined): boolean {
  const { heir } = member;
  member.heir = undefined;
  heir?.(instance);
  return heir !== undefined;
}
