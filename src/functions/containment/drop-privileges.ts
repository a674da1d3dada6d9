/**
 * The options of setpriv(1) that leave a process no privileges and no way to more, and end it with its parent.
 * @param user whom it becomes, a group of the same number with him; undefined for who it is
 */
export function dropOptions(user: number | undefined): readonly string[] {
  const become = user === undefined ? [] : ['--reuid', `${user}`, '--regid', `${user}`, '--clear-groups'];
  return [...become, '--no-new-privs', '--inh-caps=-all', '--bounding-set=-all', '--pdeathsig', 'KILL'];
}
