import { execFileSync, spawnSync } from 'node:child_process';
import { chmod, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/package/index.ts';
import { temporaryFolder } from '../support/sallyport.ts';

/**
 * What the tests of groups show of this machine's kernel, shown of one with control groups of the second version: Debian's
 * `user-mode-linux`, a kernel that runs as a program. They run as a user to whom a group is delegated as systemd does it
 * (systemd.resource-control(5), `Delegate=`): its folder and the files by which processes are moved and controllers handed on.
 */
const TESTS = 'src/functions/containment/groups/enforcement.test.ts';
const USER = 65_534;

const script = (folder: string) => `#!/bin/sh
export PATH='${process.env.PATH}' HOME=${folder} TMPDIR=/run CI=1 NO_COLOR=1
mount -t proc proc /proc
mount -t sysfs sysfs /sys
mount -t tmpfs -o mode=1777 tmp /run
mount -t cgroup2 none /sys/fs/cgroup
echo '+cpu +memory +pids' >/sys/fs/cgroup/cgroup.subtree_control
mkdir /sys/fs/cgroup/service
cd /sys/fs/cgroup/service && chown ${USER} . cgroup.procs cgroup.subtree_control cgroup.threads
echo $$ >cgroup.procs
# Wherever they stand, perhaps below /tmp or a folder that he may not enter.
mkdir /run/package /run/bin
mount -o bind '${packageRoot}' /run/package
mount -o bind '${dirname(process.execPath)}' /run/bin
mount -t tmpfs -o mode=1777 tmp /tmp
cd /run/package && setpriv --reuid ${USER} --regid ${USER} --clear-groups \\
  /run/bin/'${basename(process.execPath)}' node_modules/vitest/vitest.mjs run --reporter verbose --reporter ./tools/count-reporter.ts --project unit --configLoader runner --cache=false ${TESTS}
echo $$ >/sys/fs/cgroup/cgroup.procs
echo "left behind: $(ls -d /sys/fs/cgroup/service/*/ | xargs -n 1 basename)"
echo o >/proc/sysrq-trigger
sleep 9
`;

test('control groups of the second version hold instances (needs linux.uml)', { timeout: 300_000 }, async ({
  skip,
}) => {
  const kernel = execFileSync('sh', ['-c', 'command -v linux.uml || :'], { encoding: 'utf8' }).trim();
  if (kernel === '') skip('linux.uml is not installed');
  const folder = await temporaryFolder();
  try {
    const init = join(folder.path, 'init');
    await writeFile(init, script(folder.path));
    await chmod(init, 0o755);
    const settings = ['rootfstype=hostfs', 'rw', 'mem=1536M', `init=${init}`, 'con0=fd:0,fd:1', 'con=null', 'quiet'];
    const { stdout } = spawnSync(kernel, settings, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 280_000,
    });
    // It has room for the registers of processors without AMX, and ends as soon as its first program runs.
    if (stdout.includes('ptrace set fp regs failed')) skip('linux.uml does not run on this processor');
    expect(stdout).toContain('by what this machine has (cgroup2)');
    expect(stdout).toMatch(/^\d+ passed, 0 failed/m);
    // The server's own group ends with its service.
    expect(stdout).toMatch(/left behind: sallyport-server\r?$/m);
  } finally {
    await folder.remove();
  }
});
