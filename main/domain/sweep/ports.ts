import type { Outcome } from '../shared/fault.ts';

/** Deep enough for any project, and an end for what goes round in circles. */
export const DEEPEST = 40;

/** A file as the walk met it: enough to know later whether it is still the same one. */
export interface FileMark {
  /** Absolute, and no part of it is a link. */
  readonly path: string;
  /** Device, inode, size and time of the last change of the content, as one text. */
  readonly identity: string;
  /** Permission bits; null where the system has none of that kind. */
  readonly mode: number | null;
  readonly size: number;
  /** Milliseconds since the epoch. */
  readonly modifiedAt: number;
}

/** Where a walk begins. */
export interface WalkRoot {
  readonly path: string;
  /** Levels of folders below it; 0: only what lies in it. Meaningless for a file. `DEEPEST` is as deep as any walk goes. */
  readonly depth: number;
  /**
   * Why it is among the roots. `place`: below the home folder by name, so a link on the way to it is not followed. `chosen`: named by
   * the user or the environment, whatever it is called there.
   */
  readonly kind: 'place' | 'chosen';
}

/** `link`: it is there, but a link leads to it that nobody chose. */
export type RootState = 'present' | 'absent' | 'link' | 'unreadable';

/** How sure a name is. `look`: the first bytes have to agree before the whole file is read. */
export type Interest = 'sure' | 'look';

export interface WalkRules {
  readonly home: string;
  /** @param name of a folder, @param parent name of the folder it lies in */
  skipsFolder(name: string, parent: string): boolean;
  /** Folders by path that are left alone: the app's own data. */
  readonly leaveAlone: readonly string[];
  interestIn(name: string, parent: string): Interest | null;
}

/** Counts of a walk, growing while it runs. */
export interface WalkCounts {
  folders: number;
  files: number;
  /** Left out by rule: caches, browser profiles, version control, packages. */
  skipped: number;
  unreadable: number;
  /** Links met on the way; none is followed. */
  links: number;
  /** Folders on other disks or mounts. */
  otherDisks: number;
  /** Pipes, sockets and devices with the name of a credential. */
  special: number;
  /** Files with the name of a credential that are larger than any is. */
  tooLarge: number;
  /** A limit of depth or number was reached. */
  limited: boolean;
}

export interface WalkRequest {
  readonly roots: readonly WalkRoot[];
  readonly rules: WalkRules;
  readonly counts: WalkCounts;
  readonly onRoot: (root: WalkRoot, state: RootState) => void;
  /** A regular file whose name is of interest; a few of these run together. */
  readonly onCandidate: (file: FileMark, interest: Interest) => Promise<void>;
}

/**
 * The files of this computer. Every method takes the mark of the walk and refuses with `file-changed` when there is another file at
 * the place by now, or a link on the way to it.
 */
export interface SweepFiles {
  /** Rejects never; ends early when cancelled. */
  walk(request: WalkRequest, signal: AbortSignal): Promise<void>;
  /**
   * At most `most` bytes from the start.
   * Faults: `file-changed`, `file-gone`, `file-unreadable`.
   */
  read(file: FileMark, most: number): Promise<Outcome<Uint8Array>>;
  /** Mode 0600. @returns the mark with the new mode. Faults: those of read, and `mode-not-changed`. */
  tighten(file: FileMark): Promise<Outcome<FileMark>>;
  /** To the bin of the desktop. Faults: those of read, and `bin-failed`. */
  bin(file: FileMark): Promise<Outcome<null>>;
}
