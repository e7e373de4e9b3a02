import { Activity, Ban, Copy, Download, Eye, FileInput, KeyRound, RefreshCw, SquareTerminal, Terminal, type LucideIcon } from 'lucide-react';

export type ActivityKind = 'consent' | 'refresh' | 'call' | 'reveal' | 'copy' | 'import' | 'export' | 'revoke' | 'script' | 'other';

/** What a row is about, as the filter names it. */
export const KIND = {
  consent: { word: 'Consents', icon: KeyRound },
  refresh: { word: 'Refreshes', icon: RefreshCw },
  call: { word: 'Calls', icon: SquareTerminal },
  reveal: { word: 'Looks at tokens', icon: Eye },
  copy: { word: 'Copies', icon: Copy },
  import: { word: 'Imports', icon: FileInput },
  export: { word: 'Exports', icon: Download },
  revoke: { word: 'Revocations', icon: Ban },
  script: { word: 'Scripts', icon: Terminal },
  other: { word: 'Everything else', icon: Activity },
} as const satisfies Record<ActivityKind, { readonly word: string; readonly icon: LucideIcon }>;

/** By the first word of what the log calls it: `copy refresh token` is a copy. */
export function kindOf(what: string): ActivityKind {
  const first = what.split(' ', 1)[0] ?? '';
  return first in KIND ? (first as ActivityKind) : 'other';
}
