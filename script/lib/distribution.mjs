// Which system this is: { id: 'debian', name: 'debian-12' }, as /etc/os-release says.
import { readFileSync } from 'node:fs';

export function distribution() {
  const release = readFileSync('/etc/os-release', 'utf8');
  const value = (key) => new RegExp(`^${key}="?([^"\n]+)"?$`, 'm').exec(release)?.[1];
  return { id: value('ID'), name: `${value('ID')}-${value('VERSION_ID')}` };
}
