# Builds what functions see of this machine, in a mount namespace of its own, and keeps that until standard input ends.
# It is built once; each instance takes a copy. See docs/security.md.
#   $1  an empty folder
#   $2  the folder of the language bootstraps
set -eu
root=$1 bootstraps=$2
mount -t tmpfs -o mode=0755,size=8m sallyport "$root"
cd "$root"
mkdir -p code dev etc host opt proc sys/devices/system/cpu tmp var/lang/bin var/runtime var/task
: >var/lang/bin/node

# Shows what there is of some paths: $1 is how they are mounted.
show() {
  how=$1
  shift
  for path; do
    [ -e "/$path" ] || continue
    if [ -d "/$path" ]; then mkdir -p "./$path"; else : >"./$path"; fi
    mount -o "$how,ro,nosuid" "/$path" "./$path"
  done
}

for folder in bin lib lib32 lib64 libx32 sbin; do
  if [ -L "/$folder" ]; then cp -P "/$folder" "./$folder"; else show rbind "$folder"; fi
done
show rbind usr nix
show bind sys/devices/system/cpu
# Of /etc, what programs look for; it may hold secrets. What hardly changes is copied.
show bind etc/hosts etc/resolv.conf etc/ssl/certs etc/pki/ca-trust etc/pki/tls/certs
cd /etc
for path in alternatives fonts group gai.conf host.conf ld.so.cache ld.so.conf ld.so.conf.d localtime mime.types nsswitch.conf \
  os-release passwd protocols services ssl/openssl.cnf; do
  [ ! -e "$path" ] || set -- "$@" "$path"
done
shift 2
cp -R --parents -- "$@" "$root/etc"
cd "$root"
for device in null zero full random urandom; do
  : >"dev/$device"
  mount -o bind "/dev/$device" "dev/$device"
done
ln -s /proc/self/fd dev/fd
ln -s /proc/self/fd/0 dev/stdin
ln -s /proc/self/fd/1 dev/stdout
ln -s /proc/self/fd/2 dev/stderr
mount -o bind,ro,nosuid "$bootstraps" var/runtime

# The machine itself is seen below /host until an instance has what it needs of it.
pivot_root . host
cd /
mount -o remount,bind,ro /
echo ready
read -r _ || :
