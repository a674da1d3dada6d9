# Makes the namespaces' first process, without which there is none: it waits, and everybody else ends with it. Then it becomes the
# parent of the instance's program, outside of the process namespace: it ends as that ends.
#   $1  the options of setpriv that take all privileges away
#   $2  which network it has: "host" or "none"
#   $3  "template" for one, whose code comes later
#   then the command that goes on inside
# A template hears on its file descriptor 6 whose code it is to show, and says "made" when that stands there.
set -eu
drop=$1 network=$2 kind=$3
shift 3

# Waits for the name of a folder in /code: what shows that need not be started then.
wait_for_code() {
  read -r name <&6
  mount -o bind,ro,nosuid,nodev "/code/$name" /var/task && umount /code && echo made >&6
}

# A child that its parent has left is nobody's to wait for. A shell cannot let one be (dash has its own use for SIGCHLD).
(exec env --ignore-signal=CHLD,HUP,INT,TERM setpriv $drop sleep infinity) </dev/null >/dev/null 2>&1 3<&- 4<&- 5<&- 6<&- &
[ "$kind" != template ] || (wait_for_code </dev/null >/dev/null 2>&1 3<&- 4<&- 5<&- &)
# A program can at least speak to itself, where this machine has what makes it so.
[ "$network" = host ] || ip link set lo up 2>/dev/null || :
exec 4<&- 5<&- 6<&-
exec nsenter --pid=/host/proc/self/ns/pid_for_children "$@"
