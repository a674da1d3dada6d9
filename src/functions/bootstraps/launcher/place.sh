# Gives a template its code, from inside of its namespaces.
#   $1  the name of its folder
set -eu
mount --bind "/code/$1" /var/task
mount -o remount,bind,ro,nosuid,nodev /var/task
umount /code
