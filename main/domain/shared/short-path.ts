/** `~/.config/gcloud`: a path as people read it, the home folder as `~`. */
export function shortPath(path: string, home: string): string {
  const base = home.replace(/[/\\]+$/, '');
  if (path === base) return '~';
  const rest = path.startsWith(base) ? path.slice(base.length) : '';
  return /^[/\\]/.test(rest) && base !== '' ? `~${rest}` : path;
}
