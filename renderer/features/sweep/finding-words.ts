import { Ban, Braces, CircleHelp, Cloud, Container, FileKey, FileWarning, Flame, Globe, KeyRound, Package, SquareTerminal, type LucideIcon } from 'lucide-react';
import type { FindingDto, FindingKind, FindingState } from '../../../preload/contract/sweep.ts';
import type { Chip } from '../../ui/chip.tsx';

type Tone = NonNullable<Parameters<typeof Chip>[0]['tone']>;

/** What a file is, in words, and which picture stands for it. */
export const KIND: Readonly<Record<FindingKind, { readonly title: string; readonly icon: LucideIcon }>> = {
  'gcloud-adc': { title: 'gcloud application default credentials', icon: Cloud },
  'gcloud-store': { title: 'gcloud’s own store', icon: Cloud },
  oauth2l: { title: 'oauth2l cache', icon: SquareTerminal },
  gcalcli: { title: 'gcalcli credentials', icon: SquareTerminal },
  gam: { title: 'GAM credentials', icon: SquareTerminal },
  gws: { title: 'gws credentials', icon: SquareTerminal },
  'gws-key': { title: 'gws encryption key', icon: FileKey },
  clasp: { title: 'clasp credentials', icon: SquareTerminal },
  oauth2client: { title: 'oauth2client credentials', icon: KeyRound },
  'authorized-user': { title: 'google-auth credentials', icon: KeyRound },
  'python-token': { title: 'Python token', icon: KeyRound },
  'node-token': { title: 'Node.js token', icon: KeyRound },
  'client-file': { title: 'Client file', icon: Braces },
  'python-pickle': { title: 'Python pickle', icon: Package },
  'java-store': { title: 'Java token store', icon: Container },
  'service-account': { title: 'Service account key', icon: FileKey },
  damaged: { title: 'Damaged credentials', icon: FileWarning },
};

/** A living credential in an open file is no good news: its colour warns. */
export const STATE: Readonly<Record<FindingState, { readonly word: string; readonly icon: LucideIcon; readonly tone: Tone }>> = {
  'not-checked': { word: 'Not checked', icon: CircleHelp, tone: 'neutral' },
  alive: { word: 'Alive', icon: Flame, tone: 'warn' },
  ended: { word: 'Ended', icon: Ban, tone: 'neutral' },
  unknown: { word: 'Unknown (offline)', icon: Globe, tone: 'neutral' },
};

export const ACCESS: Readonly<Record<NonNullable<FindingDto['mode']>['access'], { readonly words: string; readonly tone: Tone }>> = {
  owner: { words: 'Only you can read it', tone: 'ok' },
  group: { words: 'Your group can read it', tone: 'warn' },
  others: { words: 'Others can read it', tone: 'bad' },
};

/** `1.2 kB` */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${String(bytes)} bytes`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
