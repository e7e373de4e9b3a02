import type { ClientService } from '../clients/client-service.ts';
import { decodeClientFile } from '../clients/client-text.ts';
import { projectNumberOf } from '../clients/project-number.ts';
import type { RunningCalls } from '../google/running-calls.ts';
import type { Authorization } from '../grants/authorization.ts';
import { UNKNOWN_ACCOUNT } from '../grants/account-name.ts';
import type { CredentialImport } from '../interop/credential-import.ts';
import { MAX_CREDENTIAL_FILE_BYTES } from '../interop/credential-text.ts';
import type { FoundCredential } from '../interop/found-credential.ts';
import type { Probe } from '../interop/probe.ts';
import { readCredentials } from '../interop/read-credentials.ts';
import { within } from '../shared/deadline.ts';
import { fail, ok, settled, type Outcome } from '../shared/fault.ts';
import type { ActivitySink, Clock } from '../shared/ports.ts';
import { shortPath } from '../shared/short-path.ts';
import type { CredentialDesk } from './credential-desk.ts';
import type { Finding, FindingState } from './finding.ts';
import type { Findings } from './findings.ts';
import { isGooglesCredential } from './google-marks.ts';
import type { SweepFiles } from './ports.ts';

export interface FindingActionsDeps {
  readonly files: SweepFiles;
  readonly findings: Findings;
  readonly desk: CredentialDesk;
  readonly importer: Pick<CredentialImport, 'import'>;
  readonly clients: Pick<ClientService, 'import'>;
  readonly activity: ActivitySink;
  readonly clock: Clock;
  readonly running: RunningCalls;
  readonly home: string;
}

/** What an import came to, for a sentence. */
export interface ImportedFinding {
  readonly accounts: readonly string[];
  /** How many of them Google no longer accepts. */
  readonly ended: number;
  readonly left: number;
  /** Client id, when it was a client file. */
  readonly client: string | null;
}

/** What goes when a file's credentials are revoked. */
export interface RevokePlan {
  readonly accounts: readonly string[];
  readonly projects: readonly string[];
  /** Whether Google or the file says whose it is: without that, what goes with it is not known. */
  readonly accountKnown: boolean;
  readonly dying: readonly Authorization[];
}

const GONE = fail('finding-gone', 'This file is not on the list any more.', 'Sweep again to see what is left.');
/** Milliseconds for one credential. */
const DEADLINE = 45_000;
const AT_ONCE = 4;

/** What can be done with what was found. Each reads the file again, and only if it is the same one: no token is kept between. */
export class FindingActions {
  readonly #deps: FindingActionsDeps;

  constructor(deps: FindingActionsDeps) {
    this.#deps = deps;
  }

  /** Asks whether it lives. Faults: `finding-gone`, those of SweepFiles.read and CredentialDesk.probe, `cancelled`, `call-in-progress`. */
  async check(id: string, callId: string): Promise<Outcome<null>> {
    return await this.#deps.running.run(callId, (signal) => this.#check(id, signal));
  }

  /** All but those that have ended; a fault of one file is told with it. */
  async checkAll(callId: string): Promise<Outcome<null>> {
    const waiting = this.#deps.findings.list().filter(({ credentials, state }) => credentials.length > 0 && state !== 'ended');
    return await this.#deps.running.run(callId, async (signal) => {
      const work = async (): Promise<void> => {
        for (let one = waiting.shift(); one !== undefined && !signal.aborted; one = waiting.shift()) {
          const checked = await this.#check(one.id, signal);
          if (!checked.ok && checked.error.code !== 'cancelled') this.#deps.findings.update(one.id, { state: 'unknown', detail: checked.error.message });
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
      return ok(null);
    });
  }

  async #check(id: string, signal: AbortSignal): Promise<Outcome<null>> {
    const opened = await this.#open(id);
    if (!opened.ok) return opened;
    const { finding, credentials } = opened.value;
    const probes: Probe[] = [];
    for (const found of credentials) {
      const asked = await this.#probe(found, signal);
      if (!asked.ok) {
        this.#note('check file', finding, asked.error.code === 'cancelled' ? 'cancelled' : 'failed', asked.error.message);
        return asked;
      }
      probes.push(asked.value);
    }
    const result = { ...verdictOf(probes), checkedAt: this.#deps.clock.now() };
    this.#deps.findings.update(id, result);
    this.#note('check file', finding, result.state === 'unknown' ? 'failed' : 'ok', result.state === 'alive' ? 'alive' : (result.detail ?? result.state));
    return ok(null);
  }

  async #probe(found: FoundCredential, signal: AbortSignal): Promise<Outcome<Probe>> {
    const asked = await within(this.#deps.clock, DEADLINE, signal, (within45s) => this.#deps.desk.probe(found, within45s));
    switch (asked.kind) {
      case 'value':
        return asked.value.ok && asked.value.value.kind === 'cancelled' ? CANCELLED : asked.value;
      case 'timeout':
        return fail('offline', 'Google did not answer in time.', 'Try again later.');
      case 'cancelled':
        return CANCELLED;
      case 'failed':
        throw asked.error;
    }
  }

  /** Into the vault; the file stays as it is. Faults: as above, and those of CredentialImport and ClientService.import. */
  async import(id: string, callId: string): Promise<Outcome<ImportedFinding>> {
    const { findings, files, clients, importer } = this.#deps;
    const finding = findings.get(id);
    if (finding === null) return GONE;
    const bytes = await files.read(finding.file, MAX_CREDENTIAL_FILE_BYTES);
    if (!bytes.ok) return bytes;
    if (finding.kind === 'client-file') {
      const text = decodeClientFile(bytes.value);
      const imported = text.ok ? await clients.import(text.value) : text;
      this.#note('import client', finding, imported.ok ? 'ok' : 'failed', imported.ok ? imported.value.client.clientId : imported.error.message);
      if (!imported.ok) return imported;
      findings.update(id, { imported: true });
      return ok({ accounts: [], ended: 0, left: 0, client: imported.value.client.clientId });
    }
    const allowed = await this.#allowed(bytes.value);
    if (!allowed.ok) return allowed;
    const run = await settled(importer.import(bytes.value, { callId, clientRef: null }));
    if (!run.ok) return run;
    const { imported, skipped, cancelled } = run.value;
    const [left] = skipped;
    if (imported.length === 0) return cancelled || left === undefined ? CANCELLED : fail(left.code, left.message, left.hint);
    const ended = imported.filter(({ state }) => state === 'sign-in-needed' || state === 'revoked').length;
    const alive = imported.filter(({ state }) => state === 'active').length;
    const state: FindingState = alive > 0 ? 'alive' : ended === imported.length ? 'ended' : 'unknown';
    const why = imported.find((one) => one.why !== null)?.why?.message ?? null;
    findings.update(id, { imported: true, state, detail: state === 'alive' ? null : why, checkedAt: this.#deps.clock.now() });
    return ok({ accounts: [...new Set(imported.map(({ email }) => email))], ended, left: skipped.length, client: null });
  }

  /** Mode 0600. Faults: `finding-gone`, those of SweepFiles.tighten. */
  async tighten(id: string): Promise<Outcome<null>> {
    const finding = this.#deps.findings.get(id);
    if (finding === null) return GONE;
    const done = await this.#deps.files.tighten(finding.file);
    this.#note('tighten mode', finding, done.ok ? 'ok' : 'failed', done.ok ? '0600' : done.error.message);
    if (!done.ok) return done;
    this.#deps.findings.update(id, { file: done.value });
    return ok(null);
  }

  /** What a revoke would end. Sends nothing. Faults: `finding-gone`, those of SweepFiles.read. */
  async revokePlan(id: string): Promise<Outcome<RevokePlan>> {
    const opened = await this.#open(id);
    if (!opened.ok) return opened;
    const { finding, credentials } = opened.value;
    const strays = await Promise.all(credentials.map((found, at) => this.#deps.desk.strayOf(found, finding.owners[at] ?? null)));
    const dying = new Map(strays.flatMap((stray) => this.#deps.desk.dyingWith(stray)).map((one) => [one.id, one]));
    const accounts = [...new Set(strays.map(({ email }) => email).filter((email) => email !== UNKNOWN_ACCOUNT))];
    const projects = [...new Set(credentials.map(({ clientId }) => (clientId === null ? null : projectNumberOf(clientId))).filter((one) => one !== null))];
    return ok({ accounts, projects, accountKnown: strays.every(({ email }) => email !== UNKNOWN_ACCOUNT), dying: [...dying.values()] });
  }

  /**
   * Ends the grants of the file at Google. Whose they are is asked first where nobody said so: only then is it known what went with them.
   * Faults: as above, and those of CredentialDesk.revoke.
   */
  async revoke(id: string, callId: string): Promise<Outcome<{ readonly alreadyRevoked: boolean; readonly marked: number }>> {
    return await this.#deps.running.run(callId, async (signal) => {
      const opened = await this.#open(id);
      if (!opened.ok) return opened;
      const { finding, credentials } = opened.value;
      let already = true;
      const marked = new Set<string>();
      for (const [at, found] of credentials.entries()) {
        const owner = finding.owners[at] ?? (await this.#ownerOf(found, signal));
        const ended = await this.#deps.desk.revoke(found, owner, shortPath(finding.file.path, this.#deps.home), signal);
        if (!ended.ok) return ended;
        already &&= ended.value.alreadyRevoked;
        for (const one of ended.value.marked) marked.add(one);
      }
      this.#deps.findings.update(id, { state: 'ended', detail: already ? 'Google had no such grant any more.' : 'Revoked at Google from here.', checkedAt: this.#deps.clock.now() });
      return ok({ alreadyRevoked: already, marked: marked.size });
    });
  }

  async #ownerOf(found: FoundCredential, signal: AbortSignal): Promise<{ readonly sub: string; readonly email: string } | null> {
    const asked = await this.#probe(found, signal);
    return asked.ok && asked.value.kind === 'alive' ? asked.value.account : null;
  }

  /** To the bin of the desktop. Faults: `finding-gone`, those of SweepFiles.bin. */
  async bin(id: string): Promise<Outcome<null>> {
    const finding = this.#deps.findings.get(id);
    if (finding === null) return GONE;
    const gone = await this.#deps.files.bin(finding.file);
    this.#note('move to bin', finding, gone.ok ? 'ok' : 'failed', gone.ok ? null : gone.error.message);
    if (!gone.ok) return gone;
    this.#deps.findings.remove(id);
    return ok(null);
  }

  /** A store is imported as a whole: each credential in it has to be one of Google's, and allowed. */
  async #allowed(bytes: Uint8Array): Promise<Outcome<null>> {
    const read = readCredentials(bytes);
    for (const found of read.ok ? read.value.credentials : []) {
      if (!isGooglesCredential(found)) return fail('credential-not-google', 'Not every credential in this file is one of Google’s, so it is not sent there.', 'Import those of Google from a file of their own.');
      const allowed = await this.#deps.desk.mayAsk(found);
      if (!allowed.ok) return allowed;
    }
    return ok(null);
  }

  async #open(id: string): Promise<Outcome<{ readonly finding: Finding; readonly credentials: readonly FoundCredential[] }>> {
    const finding = this.#deps.findings.get(id);
    if (finding === null) return GONE;
    const bytes = await this.#deps.files.read(finding.file, MAX_CREDENTIAL_FILE_BYTES);
    if (!bytes.ok) return bytes;
    const read = readCredentials(bytes.value);
    return read.ok ? ok({ finding, credentials: read.value.credentials.filter(isGooglesCredential) }) : read;
  }

  #note(what: string, { file, owners }: Finding, outcome: 'ok' | 'failed' | 'cancelled', detail: string | null): void {
    const path = shortPath(file.path, this.#deps.home);
    this.#deps.activity.record({ account: owners.find((one) => one !== null)?.email ?? null, what, outcome, detail: detail === null ? path : `${path}: ${detail}` });
  }
}

const CANCELLED = fail('cancelled', 'Cancelled.');

/** One living credential makes the whole file a living one. */
function verdictOf(probes: readonly Probe[]): Pick<Finding, 'state' | 'detail' | 'granted' | 'owners'> {
  const alive = probes.filter((probe) => probe.kind === 'alive');
  const owners = probes.map((probe) => (probe.kind === 'alive' ? { sub: probe.account.sub, email: probe.account.email } : null));
  if (alive.length > 0) {
    const detail = alive.length === probes.length ? null : `${String(alive.length)} of the ${String(probes.length)} credentials in it.`;
    return { state: 'alive', detail, granted: [...new Set(alive.flatMap(({ scopes }) => scopes))], owners };
  }
  const unknown = probes.find((probe) => probe.kind === 'unknown');
  if (unknown !== undefined) return { state: 'unknown', detail: unknown.why.message, granted: null, owners };
  const ended = probes.find((probe) => probe.kind === 'ended');
  return { state: 'ended', detail: ended?.why.message ?? null, granted: null, owners };
}
