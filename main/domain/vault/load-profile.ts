import { FaultError, fault } from '../shared/fault.ts';
import type { DamagedRecord } from './damage.ts';
import { LIST_LOST, LIST_OLDER, lostRecord, REPAIR_FAILED, restoredRecord } from './damage.ts';
import type { Envelope, Place } from './envelope.ts';
import { openRecord } from './envelope.ts';
import type { Finding } from './examine.ts';
import { examine } from './examine.ts';
import type { ProfileKeys } from './keys.ts';
import type { Manifest } from './manifest.ts';
import { decodeManifest, EMPTY, encodeManifest, entryOf, withEntry } from './manifest.ts';
import type { RecordStore } from './ports.ts';

export interface LoadedProfile {
  readonly manifest: Manifest;
  /** False for a profile that was never written. */
  readonly manifestOnDisk: boolean;
  /** Whole records by the name of their file. */
  readonly envelopes: Map<string, Envelope>;
  readonly damaged: readonly DamagedRecord[];
}

/** How many files are read at a time. */
const BATCH = 32;

interface List {
  /** Null when there are records and no readable list. */
  readonly manifest: Manifest | null;
  readonly onDisk: boolean;
  readonly intact: boolean;
}

async function readList(store: RecordStore, keys: ProfileKeys, place: Place, names: readonly string[]): Promise<List> {
  let intact = true;
  for (const read of [() => store.manifest.read(), () => store.manifest.readBackup()]) {
    const content = await read();
    const manifest = content.kind === 'json' ? await decodeManifest(keys, place, content.value) : 'invalid';
    if (manifest === 'future') {
      throw new FaultError(fault('vault-future-version', 'These records were written by a newer version of the app.', 'Update the app.'));
    }
    if (manifest !== 'invalid') return { manifest, onDisk: true, intact };
    if (content.kind !== 'absent' || names.length > 0) intact = false;
  }
  return intact ? { manifest: EMPTY, onDisk: false, intact } : { manifest: null, onDisk: true, intact };
}

async function examineAll(
  store: RecordStore,
  keys: ProfileKeys,
  place: Place,
  names: readonly string[],
  manifest: Manifest | null,
): Promise<Map<string, Finding>> {
  const findings = new Map<string, Finding>();
  for (let start = 0; start < names.length; start += BATCH) {
    const batch = names.slice(start, start + BATCH).map(async (name) => {
      const file = store.file(name);
      const opens = async (envelope: Envelope): Promise<boolean> => (await openRecord(keys, place, envelope)) !== null;
      findings.set(name, await examine({ name, manifest, main: await file.read(), backup: () => file.readBackup(), opens }));
    });
    await Promise.all(batch);
  }
  return findings;
}

async function repairFile(store: RecordStore, name: string, finding: Finding): Promise<void> {
  const file = store.file(name);
  if (finding.kind === 'leftover') return file.remove({ copies: true });
  if (finding.kind === 'good') return;
  if (finding.kind === 'lost' && finding.flaw === 'future') return;
  await file.setAside();
  if (finding.kind === 'from-backup') await file.write(finding.envelope);
  if (finding.kind === 'stray') await file.remove({ copies: false });
}

/**
 * Reads a profile, decides about every record, and mends what a kill or a damaged file left behind. The list is written
 * before the files are mended: a kill in between finds the same work to do at the next start.
 * Rejects with a FaultError `vault-future-version`.
 */
export async function loadProfile(store: RecordStore, keys: ProfileKeys, place: Place): Promise<LoadedProfile> {
  const onDisk = await store.names();
  const list = await readList(store, keys, place, onDisk);
  const names = [...new Set([...onDisk, ...(list.manifest?.entries.keys() ?? [])])].sort();
  const findings = await examineAll(store, keys, place, names, list.manifest);

  const before = list.manifest ?? EMPTY;
  let manifest = before;
  const envelopes = new Map<string, Envelope>();
  const damaged: DamagedRecord[] = list.manifest === null ? [LIST_LOST] : [];
  for (const [name, finding] of findings) {
    if (finding.kind === 'good' || finding.kind === 'from-backup') {
      const entry = entryOf(finding.envelope);
      envelopes.set(name, finding.envelope);
      if (before.entries.get(name)?.tag !== entry.tag) manifest = { ...withEntry(manifest, name, entry), removed: before.removed };
    }
    if (finding.kind === 'from-backup') damaged.push(restoredRecord(name, finding.flaw, finding.exact));
    if (finding.kind === 'lost' || finding.kind === 'stray') damaged.push(lostRecord(name, finding.flaw));
  }
  if (list.manifest !== null && manifest.generation > before.generation + 1) damaged.push(LIST_OLDER);

  try {
    if (!list.intact) await store.manifest.setAside();
    if (manifest !== before || !list.intact) await store.manifest.write(await encodeManifest(keys, place, manifest));
    for (const [name, finding] of findings) await repairFile(store, name, finding);
  } catch (cause) {
    if (!(cause instanceof FaultError)) throw cause;
    damaged.push(REPAIR_FAILED);
  }
  return { manifest, manifestOnDisk: list.onDisk, envelopes, damaged };
}
