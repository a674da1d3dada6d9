import { EXTENSION_LIMITS } from './limits.ts';

export type ExtensionEventType = 'INVOKE' | 'SHUTDOWN';

/** What an extension is handed by `GET /extension/event/next`: the body's members (Lambda guide, "Extensions API reference"). */
export interface ExtensionEvent {
  readonly eventType: ExtensionEventType;
  /** Milliseconds since the epoch. */
  readonly deadlineMs: number;
  readonly [member: string]: unknown;
}

export type Deliver = (event: ExtensionEvent) => void;

/** An extension of one instance. */
export interface Extension {
  /** What `Lambda-Extension-Identifier` says: a UUID. */
  readonly id: string;
  readonly name: string;
  /** A process of its own, from a layer; else a part of the runtime. */
  readonly isExternal: boolean;
  readonly events: readonly ExtensionEventType[];
  /** `started` is an external one that has not registered; `ready` one that waits for its next event. */
  readonly state: 'started' | 'registered' | 'ready' | 'running' | 'failed';
}

interface Member extends Extension {
  events: readonly ExtensionEventType[];
  state: Extension['state'];
  deliver?: Deliver | undefined;
}

/** Why an extension is refused: the type and text of the error. */
export interface ExtensionRefusal {
  readonly errorType: string;
  readonly errorMessage: string;
}

/**
 * The extensions of one instance and how far each has come. Refusals have the types and texts of AWS's open emulator
 * (aws-lambda-runtime-interface-emulator).
 */
export class ExtensionRegistry {
  readonly #members: Member[] = [];
  readonly #uuid: () => string;
  readonly #onChange: () => void;
  #isOpen = true;
  /** Set when the instance is shut down: whoever comes later is told, too. */
  #shutdown: ExtensionEvent | undefined;

  /** @param onChange called when an extension has registered or waits for its next event */
  constructor(uuid: () => string, onChange: () => void) {
    this.#uuid = uuid;
    this.#onChange = onChange;
  }

  get all(): readonly Extension[] {
    return this.#members;
  }

  /** Whether every external extension has registered. */
  get allRegistered(): boolean {
    return this.#members.every(({ state }) => state !== 'started');
  }

  /** Whether every extension waits for its next event. */
  get allReady(): boolean {
    return this.#members.every(({ state }) => state === 'ready');
  }

  /** A process of this name is about to be started. */
  expect(name: string): void {
    this.#members.push({ id: this.#uuid(), name, isExternal: true, events: [], state: 'started' });
  }

  /** No further internal extensions from now on: the runtime has asked for work. */
  close(): void {
    this.#isOpen = false;
  }

  register(name: string, events: readonly string[]): Extension | ExtensionRefusal {
    const external = this.#members.find((member) => member.isExternal && member.name === name);
    const allowed = external ? ['INVOKE', 'SHUTDOWN'] : ['INVOKE'];
    const unknown = events.find((event) => !allowed.includes(event));
    if (unknown !== undefined) return refuse('Extension.InvalidEventType', `${unknown}: ${whyNot(unknown)}`);
    const subscribed = events.filter((event) => event === 'INVOKE' || event === 'SHUTDOWN');
    if (external !== undefined) {
      if (external.state !== 'started') return invalidTransition(external, 'Registered', name);
      external.events = subscribed;
      external.state = 'registered';
      this.#onChange();
      return external;
    }
    if (!this.#isOpen) return refuse('Extension.RegistrationClosed', 'Extension registration closed already');
    if (this.#members.some((member) => member.name === name)) {
      return refuse('Extension.InvalidExtensionState', 'Extension with this name already registered');
    }
    if (this.#members.length >= EXTENSION_LIMITS.extensions) {
      return refuse('Extension.TooManyExtensions', `Extension limit (${EXTENSION_LIMITS.extensions}) reached`);
    }
    const internal: Member = { id: this.#uuid(), name, isExternal: false, events: subscribed, state: 'registered' };
    this.#members.push(internal);
    return internal;
  }

  find(id: string): Extension | undefined {
    return this.#members.find((member) => member.id === id);
  }

  /**
   * An extension is done with its last event, or with its init phase, and waits.
   * @returns what to call when it waits no more, because its connection broke
   */
  next(id: string, deliver: Deliver): (() => void) | ExtensionRefusal {
    const member = this.#members.find((each) => each.id === id);
    if (member === undefined) return refuse('Extension.UnknownExtensionIdentifier', `Unknown extension ${id}`);
    if (member.state !== 'registered' && member.state !== 'running') return invalidTransition(member, 'Ready', id);
    member.state = 'ready';
    member.deliver = deliver;
    if (this.#shutdown === undefined) this.#onChange();
    else hand(member, this.#shutdown);
    return () => {
      if (member.deliver !== deliver) return;
      member.deliver = undefined;
      member.state = 'running';
    };
  }

  /** An extension says that it failed. Undefined when that is taken down. */
  fail(id: string, when: 'InitError' | 'ExitError'): ExtensionRefusal | undefined {
    const member = this.#members.find((each) => each.id === id);
    if (member === undefined) {
      return refuse('Extension.UnknownExtensionIdentifier', 'Unknown Lambda-Extension-Identifier');
    }
    const isInTime = when === 'ExitError' ? member.state !== 'failed' : member.state === 'registered';
    if (!isInTime) return invalidTransition(member, when, id);
    member.state = 'failed';
    return undefined;
  }

  /** Hands an event to all who asked for its type and wait. The last one is kept for those who are not done yet. */
  send(event: ExtensionEvent): void {
    if (event.eventType === 'SHUTDOWN') this.#shutdown = event;
    for (const member of this.#members) hand(member, event);
  }
}

function hand(member: Member, event: ExtensionEvent): void {
  const { deliver, events } = member;
  if (deliver === undefined || !events.includes(event.eventType)) return;
  member.deliver = undefined;
  member.state = 'running';
  deliver(event);
}

const STATES: Readonly<Record<Extension['state'], string>> = {
  started: 'Started',
  registered: 'Registered',
  ready: 'Ready',
  running: 'Running',
  failed: 'ExitError',
};

function invalidTransition({ state, name }: Extension, to: string, called: string): ExtensionRefusal {
  return refuse(
    'Extension.InvalidExtensionState',
    `State transition from ${STATES[state]} to ${to} failed for extension ${called || name}. Error: State transition is not allowed`,
  );
}

function whyNot(event: string): string {
  return event === 'SHUTDOWN' ? 'event not supported for internal extensions' : 'unsupported event';
}

function refuse(errorType: string, errorMessage: string): ExtensionRefusal {
  return { errorType, errorMessage };
}
