import { hash } from 'node:crypto';
import type { UsageKey, UsagePlanChange, UsagePlanSnapshot } from '../../model/index.ts';
import { MAX_SHOWN_KEYS } from '../limits.ts';
import { type Plan, readPlan, type Subscription, subscribe } from './subscription.ts';

/** A key with what it may do at the stages that it was used at. */
interface Entry {
  readonly key: UsageKey;
  readonly subscriptions: Map<string, Subscription | undefined>;
}

/**
 * The keys and plans of one account and region. Keys are found by the SHA-256 of their value: how long a look-up takes says
 * nothing about the values that exist, and no worker is told one. What a caller has shown to be a key is remembered for a
 * while, because hashing costs more than everything else that is done for it; what is no key never is.
 */
export class ApiKeyTable {
  readonly #scope: UsagePlanSnapshot['scope'];
  readonly #entries = new Map<string, Entry>();
  readonly #digests = new Map<string, string>();
  readonly #plans = new Map<string, Plan>();
  readonly #shown = new Map<string, Entry>();
  #revision: number;

  constructor({ scope, revision, keys, plans }: UsagePlanSnapshot) {
    this.#scope = scope;
    this.#revision = revision;
    for (const plan of plans) this.#plans.set(plan.id, readPlan(plan));
    for (const key of keys) this.#put(key);
  }

  /** Takes a change over, unless it is in the table already. */
  apply(change: UsagePlanChange): void {
    if (change.revision <= this.#revision) return;
    this.#revision = change.revision;
    if (change.removedKeys.length + change.keys.length > 0) this.#shown.clear();
    for (const id of [...change.removedKeys, ...change.keys.map((key) => key.id)]) this.#remove(id);
    for (const key of change.keys) this.#put(key);
    if (change.plans.length + change.removedPlans.length === 0) return;
    for (const id of change.removedPlans) this.#plans.delete(id);
    for (const plan of change.plans) this.#plans.set(plan.id, readPlan(plan));
    for (const { subscriptions } of this.#entries.values()) subscriptions.clear();
  }

  /**
   * What a key may do at a stage; undefined when there is no such key, it is disabled, or no plan of it opens the stage
   * (fact D112).
   * @param stage `apiId/stageName`
   */
  find(value: string, stage: string): Subscription | undefined {
    const entry = this.#shown.get(value) ?? this.#recognise(value);
    if (entry === undefined) return undefined;
    const known = entry.subscriptions.get(stage);
    if (known !== undefined || entry.subscriptions.has(stage)) return known;
    const subscription = this.#subscribe(entry.key, stage);
    entry.subscriptions.set(stage, subscription);
    return subscription;
  }

  #recognise(value: string): Entry | undefined {
    const entry = this.#entries.get(hash('sha256', value, 'base64'));
    if (entry === undefined) return undefined;
    if (this.#shown.size >= MAX_SHOWN_KEYS) this.#shown.clear();
    // As a copy: a part of a request's head would keep all of it in memory.
    this.#shown.set(Buffer.from(value, 'latin1').toString('latin1'), entry);
    return entry;
  }

  #subscribe(key: UsageKey, stage: string): Subscription | undefined {
    if (!key.enabled) return undefined;
    for (const planId of key.planIds) {
      const plan = this.#plans.get(planId);
      if (plan?.stages.has(stage)) return subscribe(this.#scope, plan, key, stage);
    }
    return undefined;
  }

  #put(key: UsageKey): void {
    this.#entries.set(key.digest, { key, subscriptions: new Map() });
    this.#digests.set(key.id, key.digest);
  }

  #remove(keyId: string): void {
    const digest = this.#digests.get(keyId);
    if (digest !== undefined) this.#entries.delete(digest);
    this.#digests.delete(keyId);
  }
}
