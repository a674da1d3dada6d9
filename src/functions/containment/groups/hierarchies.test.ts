import { expect, test } from 'vitest';
import { readHierarchies } from './hierarchies.ts';

test('a machine of today has one, in which a service has a group', () => {
  // As systemd mounts and names it (cgroups(7)).
  const mounts = '31 23 0:27 / /sys/fs/cgroup rw,nosuid,nodev,noexec,relatime shared:9 - cgroup2 cgroup2 rw,nsdelegate';
  expect(readHierarchies(mounts, '0::/system.slice/sallyport.service\n')).toEqual({
    unified: { root: '/sys/fs/cgroup', own: '/sys/fs/cgroup/system.slice/sallyport.service' },
    legacy: new Map(),
  });
});

test('a container sees its own group as the root', () => {
  const mounts = '742 733 0:27 / /sys/fs/cgroup rw - cgroup2 cgroup rw';
  expect(readHierarchies(mounts, '0::/\n').unified).toEqual({ root: '/sys/fs/cgroup', own: '/sys/fs/cgroup' });
  // Without a namespace of its own, a container is shown its group of the machine.
  const shown = '742 733 0:27 /docker/4f2a /sys/fs/cgroup ro - cgroup2 cgroup rw';
  expect(readHierarchies(shown, '0::/docker/4f2a\n').unified?.own).toBe('/sys/fs/cgroup');
});

test('one whose own group is not shown has none', () => {
  const mounts = '742 733 0:27 /docker/4f2a /sys/fs/cgroup ro - cgroup2 cgroup rw';
  expect(readHierarchies(mounts, '0::/docker/other\n')).toEqual({ legacy: new Map() });
  expect(readHierarchies('742 733 0:27 / /sys/fs/cgroup rw - cgroup2 c rw', '0::/../other\n')).toEqual({
    legacy: new Map(),
  });
});

test('an older machine has one for each controller, several of them in one place', () => {
  const mounts = `32 31 0:29 / /sys/fs/cgroup/cpu,cpuacct rw,relatime - cgroup cgroup rw,cpu,cpuacct
39 31 0:36 / /sys/fs/my\\040pids rw,relatime - cgroup cgroup rw,pids
41 31 0:38 / /sys/fs/cgroup/unified rw,relatime - cgroup2 cgroup2 rw
42 31 0:39 / /tmp rw - tmpfs tmpfs rw`;
  const groups = '8:pids:/\n2:cpu,cpuacct:/user.slice\n1:name=systemd:/x\n0::/\n';
  expect(readHierarchies(mounts, groups)).toEqual({
    unified: { root: '/sys/fs/cgroup/unified', own: '/sys/fs/cgroup/unified' },
    legacy: new Map([
      ['cpu', { root: '/sys/fs/cgroup/cpu,cpuacct', own: '/sys/fs/cgroup/cpu,cpuacct/user.slice' }],
      ['pids', { root: '/sys/fs/my pids', own: '/sys/fs/my pids' }],
    ]),
  });
});
