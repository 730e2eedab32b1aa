// A fresh Debian in a folder, made once and kept, in which packages are installed as on a machine of their own.
import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const quiet = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] };

const release = () => /VERSION_CODENAME=(\w+)/.exec(readFileSync('/etc/os-release', 'utf8'))[1];

/** Makes it unless it is there; needs root. */
export function freshDebian(folder) {
  const root = join(folder, 'root');
  if (!existsSync(join(root, 'etc/debian_version'))) {
    mkdirSync(folder, { recursive: true });
    execFileSync('debootstrap', ['--variant=minbase', release(), root], quiet);
  }
  takeSources(root);
  return new Debian(root);
}

// This machine's sources of packages, with the keys and settings that they need.
function takeSources(root) {
  execFileSync('sh', [
    '-c',
    `rm -f "$0/etc/apt/sources.list"
     mkdir -p "$0/usr/share/keyrings" "$0/etc/ssl/certs"
     cp -a /etc/apt/sources.list* /etc/apt/apt.conf.d "$0/etc/apt/"
     cp -n /usr/share/keyrings/debian-archive-* "$0/usr/share/keyrings/" || true
     cp /etc/ssl/certs/ca-certificates.crt "$0/etc/ssl/machine-ca.crt"
     cp /etc/resolv.conf /etc/hosts "$0/etc/"`,
    root,
  ], quiet);
}

class Debian {
  constructor(root) {
    this.root = root;
    this.environment = environment;
  }

  /** Runs a command in it; gives what it prints, throws when it fails. */
  run(...command) {
    return execFileSync('chroot', [this.root, 'env', ...environment, ...command], quiet);
  }

  /** Starts a command as a user of it; `log` of what is started is what it prints. */
  start(user, ...command) {
    const child = spawn('chroot', [`--userspec=${user}`, this.root, 'env', ...environment, ...command], { stdio: ['ignore', 'pipe', 'ignore'] });
    child.log = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (child.log += text));
    return child;
  }

  install(deb) {
    copyFileSync(deb, join(this.root, 'root/kassabro.deb'));
    this.run('apt-get', '-qq', 'update');
    return this.run('apt-get', '-qq', '-y', '--no-install-recommends', '--reinstall', '--allow-downgrades', 'install', '/root/kassabro.deb');
  }

  read(path) {
    return readFileSync(join(this.root, path), 'utf8');
  }

  write(path, text) {
    writeFileSync(join(this.root, path), text);
  }

  has(path) {
    return existsSync(join(this.root, path));
  }
}

const environment = ['-i', 'HOME=/root', 'PATH=/usr/sbin:/usr/bin:/sbin:/bin', 'LANG=C.UTF-8', 'DEBIAN_FRONTEND=noninteractive'];
