import { run } from '../setup/command.mjs';

// Mounts live in a mount namespace of their own: they end with it, whatever happens to us, so that
// removing the folder can never reach the host's /dev.
const enter = `
set -e
root=$1; shift
mount -t proc proc "$root/proc"
mount -t sysfs -o ro sysfs "$root/sys" || mount --rbind /sys "$root/sys"
mount -t tmpfs -o mode=755,nosuid tmpfs "$root/dev"
for name in null zero full random urandom tty; do
  touch "$root/dev/$name"
  mount --bind "/dev/$name" "$root/dev/$name"
done
mkdir "$root/dev/pts" "$root/dev/shm"
mount -t devpts -o newinstance,ptmxmode=0666,mode=620 devpts "$root/dev/pts"
mount -t tmpfs -o mode=1777,nosuid,nodev tmpfs "$root/dev/shm"
ln -s pts/ptmx "$root/dev/ptmx"
ln -s /proc/self/fd "$root/dev/fd"
ln -s /proc/self/fd/0 "$root/dev/stdin"
ln -s /proc/self/fd/1 "$root/dev/stdout"
ln -s /proc/self/fd/2 "$root/dev/stderr"
set +e
chroot "$root" "$@"
exit $?
`;

const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/**
 * Runs a command inside a root file system as root, in mount and process namespaces of its own, with
 * nothing of our environment; its output is shown.
 * @param {string} root
 * @param {{cwd: string, env: NodeJS.ProcessEnv}} where `cwd` inside
 * @param {readonly string[]} command
 */
export function runInside(root, { cwd, env }, command) {
  const namespaces = ['--mount', '--pid', '--fork', '--kill-child', '--propagation', 'private'];
  const step = ['sh', '-c', 'cd "$1" && shift && exec "$@"', 'sh', cwd, ...command];
  return run('unshare', [...namespaces, 'sh', '-c', enter, 'sh', root, ...step], {
    env: { ...env, PATH: path },
    cwd: '/',
    echo: true,
  });
}
