# Makes the namespaces' first process, without which there is none: it waits, and everybody else ends with it. Then it becomes the
# parent of the instance's program, outside of the process namespace: it ends as that ends.
#   $1  the options of setpriv that take all privileges away
#   then the command that goes on inside
set -eu
drop=$1
shift
# A child that its parent has left is nobody's to wait for.
(trap '' CHLD HUP INT TERM && exec setpriv $drop sleep infinity) </dev/null >/dev/null 2>&1 3<&- 4<&- 5<&- &
exec 4<&- 5<&-
exec nsenter --pid=/host/proc/self/ns/pid_for_children "$@"
