# Builds what functions see of this machine, in a mount namespace of its own, and keeps that until standard input ends.
# It is built once; each instance takes a copy. See docs/security.md.
#   $1  an empty folder
#   $2  the folder of the language bootstraps
set -eu
root=$1
mount -t tmpfs -o mode=0755,size=1m sallyport "$root"
cd "$root"
mkdir -p code dev etc host opt proc sys/devices/system/cpu tmp var/lang/bin var/runtime var/task
: >var/lang/bin/node

# Of what may be missing: $1 for each option of the mount, then the paths.
show() {
  how=$1
  shift
  for path; do
    [ -e "/$path" ] || continue
    if [ -d "/$path" ]; then mkdir -p "./$path"; else mkdir -p "./${path%/*}" && : >"./$path"; fi
    mount "--$how" "/$path" "./$path"
    # Of a file system that may not be had with fewer restrictions, more of them can be had.
    mount -o remount,bind,ro,nosuid "./$path"
  done
}

for folder in bin lib lib32 lib64 libx32 sbin; do
  if [ -L "/$folder" ]; then cp -P "/$folder" "./$folder"; else show rbind "$folder"; fi
done
show rbind usr nix
show bind sys/devices/system/cpu
# Of /etc, what programs look for; it may hold secrets.
show bind etc/alternatives etc/ca-certificates etc/fonts etc/group etc/gai.conf etc/host.conf etc/hosts etc/ld.so.cache \
  etc/ld.so.conf etc/ld.so.conf.d etc/localtime etc/mime.types etc/nsswitch.conf etc/os-release etc/passwd etc/pki/ca-trust \
  etc/pki/tls/certs etc/pki/tls/cert.pem etc/protocols etc/resolv.conf etc/services etc/ssl/certs etc/ssl/openssl.cnf
for device in null zero full random urandom; do
  : >"dev/$device"
  mount --bind "/dev/$device" "dev/$device"
done
ln -s /proc/self/fd dev/fd
ln -s /proc/self/fd/0 dev/stdin
ln -s /proc/self/fd/1 dev/stdout
ln -s /proc/self/fd/2 dev/stderr
mount --bind "$2" var/runtime
mount -o remount,bind,ro,nosuid var/runtime

# The machine itself is seen below /host until an instance has what it needs of it.
pivot_root . host
cd /
mount -o remount,bind,ro /
echo ready
read -r _ || :
