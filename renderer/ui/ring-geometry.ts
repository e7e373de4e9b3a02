/** How the ring around an avatar is drawn. `share` is what is left of the access token, 0 to 1. */
export type RingLook =
  | { readonly kind: 'share'; readonly share: number }
  /** Expired: amber dashes all the way round. */
  | { readonly kind: 'dashed' }
  /** Sign-in needed: a pale red ring and a badge. */
  | { readonly kind: 'alert' }
  /** Revoked: the empty track. */
  | { readonly kind: 'empty' };

/** Part of a span that lies ahead of `now`, 0 to 1; 0 for an empty or ended span. */
export function shareLeft(from: number, to: number, now: number): number {
  if (to <= from) return 0;
  return Math.min(1, Math.max(0, (to - now) / (to - from)));
}

/** `stroke-dasharray` of an arc that covers `share` of a circle with this radius. */
export function arcDash(share: number, radius: number): string {
  const around = 2 * Math.PI * radius;
  const covered = Math.min(1, Math.max(0, share)) * around;
  return `${covered.toFixed(2)} ${(around - covered).toFixed(2)}`;
}

/** `stroke-dasharray` of `count` equal dashes that close without a seam; a gap is two thirds of a dash. */
export function evenDash(count: number, radius: number): string {
  const pitch = (2 * Math.PI * radius) / count;
  return `${(pitch * 0.6).toFixed(3)} ${(pitch * 0.4).toFixed(3)}`;
}

/** `AL` for `ada.lovelace@harbor.example`; `?` when the address has no letter or digit. */
export function initials(email: string): string {
  const words = (email.split('@')[0] ?? '').split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const first = words[0];
  if (first === undefined) return '?';
  const second = words[1] ?? [...first].slice(1).join('');
  const letters = [[...first][0], [...second][0]].map((letter) => letter ?? '');
  return letters.join('').toUpperCase();
}
