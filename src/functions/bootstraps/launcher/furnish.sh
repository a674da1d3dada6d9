# Makes the place of one instance inside of its namespaces, and becomes its program, which has no privileges any more.
#   $1  the options of the mount of /tmp, or the folder of the machine that stands there
#   $2  the machine's folder of code, or "" for a template, which sees all of them until it knows its own
#   $3  the machine's folder that holds all code
#   $4  its interpreter: a folder where it is installed, or one file; or "" where it is among the system's programs
#   $5  its layers: the machine's folder, or the names of several in $3, the uppermost first, separated by colons; or ""
#   then the command that goes on without privileges
set -eu
temporary=$1 code=$2 codes=$3 interpreter=$4 layers=$5
shift 5

show() {
  mount -o bind,ro,nosuid,nodev "/host$1" "$2"
}

case $temporary in
  /*) mount -o bind,nosuid,nodev "/host$temporary" /tmp ;;
  *) mount -t tmpfs -o "$temporary" tmp /tmp ;;
esac
if [ -n "$code" ]; then show "$code" /var/task; else show "$codes" /code; fi
if [ -f "/host$interpreter" ]; then show "$interpreter" /var/lang/bin/node; elif [ -n "$interpreter" ]; then show "$interpreter" /var/lang; fi
case $layers in
  '') ;;
  /*) show "$layers" /opt ;;
  *) cd "/host$codes" && mount -t overlay -o "ro,nosuid,nodev,lowerdir=$layers" layers /opt ;;
esac
mount -t proc -o nosuid,nodev,noexec proc /proc
cd /var/task
umount -l /host
exec "$@"
