/** Who may read a file, by its mode. */
export type Access = 'owner' | 'group' | 'others';

const GROUP = 0o070;
const OTHERS = 0o007;

/** Write access counts too: who can change a credential can put another one in its place. */
export function accessOf(mode: number): Access {
  if ((mode & OTHERS) !== 0) return 'others';
  return (mode & GROUP) !== 0 ? 'group' : 'owner';
}

/** `0644` */
export function octalOf(mode: number): string {
  return (mode & 0o7777).toString(8).padStart(4, '0');
}
