import { MAX_CREDENTIAL_FILE_BYTES } from '../interop/credential-text.ts';
import { randomId } from '../shared/ids.ts';
import type { Random } from '../shared/ports.ts';
import { beginsLikeCredential, FIRST_LOOK, interestIn, skipsFolder } from './candidates.ts';
import { classify, type Where } from './classify.ts';
import type { Finding } from './finding.ts';
import type { FileMark, Interest, RootState, SweepFiles, WalkCounts, WalkRoot } from './ports.ts';

/** Findings that one list can hold. */
const MOST_FINDINGS = 2000;

export function noCounts(): WalkCounts {
  return { folders: 0, files: 0, skipped: 0, unreadable: 0, links: 0, otherDisks: 0, special: 0, tooLarge: 0, limited: false };
}

export interface RunParts {
  readonly files: SweepFiles;
  readonly random: Random;
  readonly home: string;
  readonly leaveAlone: readonly string[];
  readonly roots: readonly WalkRoot[];
  readonly counts: WalkCounts;
  readonly onRoot: (root: WalkRoot, state: RootState) => void;
  readonly onFinding: (finding: Finding) => void;
}

/** Walks, reads what has the name of a credential, and tells what is one. */
export async function runSweep(parts: RunParts, signal: AbortSignal): Promise<void> {
  const { files, home, leaveAlone, roots, counts } = parts;
  let found = 0;
  await files.walk(
    {
      roots,
      rules: { home, leaveAlone, interestIn, skipsFolder },
      counts,
      onRoot: parts.onRoot,
      onCandidate: async (file, interest) => {
        const classified = signal.aborted ? null : await look(parts, file, interest);
        if (classified === null) return;
        if (found >= MOST_FINDINGS) {
          counts.limited = true;
          return;
        }
        found += 1;
        parts.onFinding(classified);
      },
    },
    signal,
  );
}

async function look({ files, random, counts }: RunParts, file: FileMark, interest: Interest): Promise<Finding | null> {
  if (interest === 'look') {
    const start = await files.read(file, FIRST_LOOK);
    if (start.ok && !beginsLikeCredential(start.value)) return null;
  }
  const bytes = await files.read(file, MAX_CREDENTIAL_FILE_BYTES);
  if (!bytes.ok) {
    // One that went away or changed in between is no longer the one that was met.
    if (bytes.error.code === 'file-unreadable') counts.unreadable += 1;
    return null;
  }
  const classified = classify(bytes.value, whereOf(file.path));
  return classified === null
    ? null
    : { ...classified, id: randomId(random), file, state: 'not-checked', detail: null, checkedAt: null, granted: null, owners: [], imported: false };
}

export function whereOf(path: string): Where {
  const parts = path.split(/[/\\]/).filter((part) => part !== '');
  return { name: parts.at(-1) ?? '', folders: parts.slice(0, -1) };
}
