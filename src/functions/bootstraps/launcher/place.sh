# Gives a template its code, from inside of its namespaces.
#   $1  the name of its folder
set -eu
mount -o bind,ro,nosuid,nodev "/code/$1" /var/task
umount /code
