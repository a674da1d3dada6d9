import type { ChildProcess } from 'node:child_process';
import type { FunctionVersion } from '../../model/index.ts';
import type { Command } from '../command.ts';
import type { Launch, ManagedLaunch } from '../interpreters.ts';

/** Whose place it is. */
export interface Tenant {
  readonly version: FunctionVersion;
  readonly launch: Launch;
}

/** The same with the paths that hold inside. */
export interface View extends Tenant {
  readonly bootstraps: string;
  readonly temporaryDirectory: string;
}

/** What is started in a place. */
export interface Program {
  /** With the paths that hold inside, as all here. */
  readonly command: Command;
  readonly folder: string;
  /** All of it. */
  readonly environment: Readonly<Record<string, string>>;
  /** Whether it has a channel to us as its file descriptor 3. */
  readonly withChannel: boolean;
  /** Called with the number of its process, which hears what it is to be when that is settled. */
  admit?(pid: number): Promise<void>;
}

/** Where one instance lives. */
export interface Place {
  /** The folder of this machine that is its own. */
  readonly folder: string;
  readonly view: View;
  /** The user that nobody else is; undefined for one who may be others, too. */
  readonly userId: number | undefined;
  /** Whether the kernel bounds its temporary storage. */
  readonly boundsStorage: boolean;
  /** What the function sees for something in its code or its layers. */
  seen(path: string): string;
  /** Lets several programs be started here, which see each other; before the first of them. */
  share(): Promise<void>;
  /** Starts a program in a process group of its own, with nothing on its standard input. Once, if the place is not shared. */
  start(program: Program): ChildProcess;
  /** Tells the program by the number of the process that was started: that one, or a child for which it waits. */
  programOf(pid: number): number | undefined;
  /** To be called when its processes have ended; the folder stays. */
  release(): void;
}

/** Where a program waits that does not know yet whose place it is. */
export interface TemplatePlace extends Pick<Place, 'folder' | 'userId' | 'boundsStorage' | 'programOf' | 'release'> {
  readonly launch: ManagedLaunch;
  readonly bootstraps: string;
  /** A folder that it must be able to enter. */
  readonly mustEnter: string;
  /** Its standard input is ours, and it has a channel. @param environment what is known of it */
  start(command: Command, environment: Readonly<Record<string, string>>): ChildProcess;
  viewOf(tenant: Tenant): View;
  /** Gives it the code; resolves to whether that could be done. */
  settle(tenant: Tenant): Promise<boolean>;
}

/** The way into a place, for a shell that becomes the program. */
export interface Entrance {
  /** What stands before the shell, and becomes it. */
  readonly prefix: readonly string[];
  /** File descriptors of ours, which the prefix finds as 4, 5, ... and closes. */
  readonly fds: readonly number[];
  /** The instance's folder on this machine, by which its processes are told. */
  readonly folder: string;
  /** Whether its user is nobody else's, so that processes can be counted by him. */
  readonly ownUser: boolean;
}
