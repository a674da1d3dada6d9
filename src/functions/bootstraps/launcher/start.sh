# Makes the namespaces' first process, without which there is none: it waits, and everybody else ends with it. Then it becomes the
# parent of the instance's program, outside of the process namespace: it ends as that ends.
#   $1  the options of setpriv that take all privileges away
#   $2  which network it has: "host" or "none"
#   then the command that goes on inside
set -eu
drop=$1 network=$2
shift 2
# A child that its parent has left is nobody's to wait for.
(trap '' CHLD HUP INT TERM && exec setpriv $drop sleep infinity) </dev/null >/dev/null 2>&1 3<&- 4<&- 5<&- &
# A program can at least speak to itself, where this machine has what makes it so.
[ "$network" = host ] || ip link set lo up 2>/dev/null || :
exec 4<&- 5<&-
exec nsenter --pid=/host/proc/self/ns/pid_for_children "$@"
