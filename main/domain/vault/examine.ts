import type { Envelope } from './envelope.ts';
import { parseEnvelope } from './envelope.ts';
import type { Entry, Manifest } from './manifest.ts';
import { entryOf } from './manifest.ts';
import type { FileContent } from './ports.ts';

/** What is wrong with a record's file. */
export type Flaw = 'unreadable' | 'older' | 'missing' | 'future' | 'put-back';

/** What the file, its backup and the list together say about one record. */
export type Finding =
  /** As the list has it, or newer than the list: a kill between the two writes of a change. */
  | { readonly kind: 'good'; readonly envelope: Envelope }
  /** The file is not usable, its backup is; `exact` when that is what the list asks for. */
  | { readonly kind: 'from-backup'; readonly envelope: Envelope; readonly exact: boolean; readonly flaw: Flaw }
  | { readonly kind: 'lost'; readonly flaw: Flaw }
  /** Left over by a removal that a kill interrupted. */
  | { readonly kind: 'leftover' }
  /** Not in the list, and not ahead of it. */
  | { readonly kind: 'stray'; readonly flaw: Flaw };

type Copy = { readonly kind: 'absent' | 'unreadable' | 'future' } | { readonly kind: 'whole'; readonly envelope: Envelope };

export interface Question {
  readonly name: string;
  /** Null when the list itself was lost: then every record that opens counts. */
  readonly manifest: Manifest | null;
  readonly main: FileContent;
  readonly backup: () => Promise<FileContent>;
  /** True when the seal holds. */
  readonly opens: (envelope: Envelope) => Promise<boolean>;
}

async function judge(content: FileContent, question: Question): Promise<Copy> {
  if (content.kind !== 'json') return { kind: content.kind };
  const parsed = parseEnvelope(content.value, question.name);
  if (parsed.kind !== 'envelope') return parsed;
  return (await question.opens(parsed.envelope)) ? { kind: 'whole', envelope: parsed.envelope } : { kind: 'unreadable' };
}

function same(envelope: Envelope, entry: Entry | undefined): boolean {
  return entry !== undefined && envelope.rev === entry.rev && entryOf(envelope).tag === entry.tag;
}

/** Decides which copy of a record counts. Changes nothing. */
export async function examine(question: Question): Promise<Finding> {
  const { name, manifest } = question;
  const entry = manifest?.entries.get(name);
  const main = await judge(question.main, question);
  let flaw: Flaw = 'missing';
  if (main.kind === 'whole') {
    const ahead = manifest === null || main.envelope.rev > manifest.generation;
    if (ahead || same(main.envelope, entry)) return { kind: 'good', envelope: main.envelope };
    if (entry === undefined) return manifest.removed === name ? { kind: 'leftover' } : { kind: 'stray', flaw: 'put-back' };
    flaw = 'older';
  } else if (main.kind === 'future') {
    return { kind: 'lost', flaw: 'future' };
  } else if (main.kind === 'unreadable') {
    flaw = 'unreadable';
  }
  if (manifest !== null && entry === undefined) return flaw === 'missing' ? { kind: 'leftover' } : { kind: 'stray', flaw };

  const backup = await judge(await question.backup(), question);
  if (backup.kind !== 'whole') return { kind: 'lost', flaw };
  const exact = same(backup.envelope, entry);
  // An older whole file instead of the newest is somebody's doing: its own older backup is then no better.
  if (!exact && flaw === 'older') return { kind: 'lost', flaw };
  return { kind: 'from-backup', envelope: backup.envelope, exact, flaw };
}
