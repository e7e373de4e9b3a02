import type { RunningCalls } from '../google/running-calls.ts';
import { fail, ok, type Outcome } from '../shared/fault.ts';
import { randomId } from '../shared/ids.ts';
import { Paced } from '../shared/paced.ts';
import type { ActivitySink, Clock, Random } from '../shared/ports.ts';
import { Findings } from './findings.ts';
import type { Finding } from './finding.ts';
import { addedFolder, isTooWide, usualPlaces, wholeHome, type Place, type Surroundings } from './places.ts';
import type { RootState, SweepFiles, WalkCounts, WalkRoot } from './ports.ts';
import { noCounts, runSweep } from './sweep-run.ts';

/** A sweep as it stands: in progress, or over. */
export interface SweepState {
  readonly startedAt: number;
  /** Null while it runs. */
  readonly endedAt: number | null;
  readonly cancelled: boolean;
  readonly wholeHome: boolean;
  readonly counts: Readonly<WalkCounts>;
  /** What became of each place and folder that was to be looked in, by its path. */
  readonly places: ReadonlyMap<string, RootState>;
  readonly findings: readonly Finding[];
}

export interface SweepDeps {
  readonly files: SweepFiles;
  readonly surroundings: Surroundings;
  /** Folders that are left alone: the app's own. */
  readonly leaveAlone: readonly string[];
  readonly folders: FolderMemory;
  readonly activity: ActivitySink;
  readonly clock: Clock;
  readonly random: Random;
  readonly running: RunningCalls;
  readonly onChange: () => void;
}

/** Folders the user added; kept with the settings, because what lay there once will lie there again. */
export interface FolderMemory {
  get(): readonly string[];
  /** Rejects with a FaultError when the settings cannot be written. */
  set(folders: readonly string[]): Promise<void>;
}

const MOST_FOLDERS = 50;
/** Milliseconds between two words of progress while nothing is found. */
const BEAT = 150;

/** Looks for credentials that lie in the clear, when it is told to. */
export class Sweep {
  readonly findings: Findings;
  readonly #deps: SweepDeps;
  readonly #told: Paced;
  readonly #folderIds = new Map<string, string>();
  #run: Omit<SweepState, 'findings'> | null = null;

  constructor(deps: SweepDeps) {
    this.#deps = deps;
    this.#told = new Paced(deps.clock, deps.onChange);
    this.findings = new Findings(() => this.#told.tell());
  }

  /** Names only: nothing is looked at. */
  places(): readonly Place[] {
    return usualPlaces(this.#deps.surroundings);
  }

  /** Folders the user added, each under an id of this session. */
  folders(): readonly { readonly id: string; readonly path: string }[] {
    return this.#deps.folders.get().map((path) => {
      const id = this.#folderIds.get(path) ?? randomId(this.#deps.random);
      this.#folderIds.set(path, id);
      return { id, path };
    });
  }

  /** Faults: `folder-too-wide`, `folders-too-many`. Rejects as FolderMemory.set. */
  async addFolder(path: string): Promise<Outcome<null>> {
    const known = this.#deps.folders.get();
    if (known.includes(path)) return ok(null);
    if (isTooWide(path)) return fail('folder-too-wide', 'That is the whole computer, or what the system makes up.', 'Choose a folder with your own files.');
    if (known.length >= MOST_FOLDERS) return fail('folders-too-many', `There are ${String(MOST_FOLDERS)} folders already.`, 'Remove one, or choose a folder that holds several of them.');
    await this.#deps.folders.set([...known, path]);
    return ok(null);
  }

  async removeFolder(id: string): Promise<void> {
    await this.#deps.folders.set(this.folders().filter((one) => one.id !== id).map(({ path }) => path));
  }

  /** Null before the first sweep. */
  state(): SweepState | null {
    return this.#run === null ? null : { ...this.#run, findings: this.findings.list() };
  }

  /**
   * Starts anew: what was found before is forgotten. A cancel keeps what is found by then.
   * Faults: `sweep-in-progress`, `call-in-progress`.
   */
  async start(wish: { readonly callId: string; readonly wholeHome: boolean }): Promise<Outcome<null>> {
    if (this.#run !== null && this.#run.endedAt === null) return fail('sweep-in-progress', 'A sweep is running already.', 'Wait for it, or cancel it.');
    return await this.#deps.running.run(wish.callId, async (signal) => {
      await this.#sweep(wish.wholeHome, signal);
      return ok(null);
    });
  }

  async #sweep(whole: boolean, signal: AbortSignal): Promise<void> {
    const { files, random, surroundings, leaveAlone, clock, activity } = this.#deps;
    const counts = noCounts();
    const places = new Map<string, RootState>();
    const started = { startedAt: clock.now(), endedAt: null, cancelled: false, wholeHome: whole, counts, places };
    this.findings.clear();
    this.#run = started;
    this.#told.tell();
    const stopBeat = this.#beat();
    try {
      await runSweep({
        files,
        random,
        home: surroundings.home,
        leaveAlone,
        roots: this.#roots(whole),
        counts,
        onRoot: (root, state) => places.set(root.path, state),
        // Closed meanwhile: nothing comes to light any more.
        onFinding: (finding) => { if (this.#run === started) this.findings.add(finding); },
      }, signal);
    } finally {
      stopBeat();
      // Closed meanwhile: the next profile must not see it.
      if (this.#run === started) this.#run = { ...started, endedAt: clock.now(), cancelled: signal.aborted };
      this.#told.tell();
    }
    const words = `${String(this.findings.size)} found in ${String(counts.folders)} folders${whole ? ', the whole home folder' : ''}`;
    activity.record({ account: null, what: 'sweep', outcome: signal.aborted ? 'cancelled' : 'ok', detail: words });
  }

  #roots(whole: boolean): readonly WalkRoot[] {
    const added = this.#deps.folders.get().map(addedFolder);
    return [...(whole ? [wholeHome(this.#deps.surroundings)] : []), ...added, ...this.places().map(({ root }) => root)];
  }

  /** Counts grow without anybody saying so. @returns ends it */
  #beat(): () => void {
    let stop = (): void => undefined;
    const next = (): void => {
      stop = this.#deps.clock.after(BEAT, () => {
        this.#told.tell();
        next();
      });
    };
    next();
    return () => stop();
  }

  /** The vault is locked or the mode left: the list goes. */
  close(): void {
    this.#run = null;
    this.findings.clear();
  }
}
