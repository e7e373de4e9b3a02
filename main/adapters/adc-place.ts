import { lstat, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { MAX_CREDENTIAL_FILE_BYTES } from '../domain/interop/credential-text.ts';
import { fail, ok, type Outcome } from '../domain/shared/fault.ts';
import { readCredentialFile } from './credential-file.ts';
import { writeOwnFile } from './own-file.ts';

const NAME = 'application_default_credentials.json';

const NOT_BACKED_UP = fail('adc-not-backed-up', 'What is there could not be copied aside, so nothing was changed.', 'Try again, or move it away yourself.');

export interface AdcThere {
  readonly bytes: Uint8Array;
  /** Milliseconds since the epoch. */
  readonly modifiedAt: number;
}

/** Where gcloud keeps the application default credentials. https://cloud.google.com/docs/authentication/application-default-credentials */
export class AdcPlace {
  readonly path: string;
  readonly #now: () => number;

  /**
   * @param env of this process: `CLOUDSDK_CONFIG` moves the place, `APPDATA` holds it on Windows
   * @param now milliseconds since the epoch
   */
  constructor(of: { readonly env: Readonly<Record<string, string | undefined>>; readonly home: string; readonly platform: NodeJS.Platform; readonly now: () => number }) {
    const { env, home, platform } = of;
    const chosen = env['CLOUDSDK_CONFIG'];
    const usual = platform === 'win32' ? join(env['APPDATA'] ?? join(home, 'AppData/Roaming'), 'gcloud') : join(home, '.config/gcloud');
    this.path = join(chosen === undefined || chosen === '' ? usual : chosen, NAME);
    this.#now = of.now;
  }

  /** What lies there; null: nothing. Faults: those of readCredentialFile, when it is no plain file. */
  async read(): Promise<Outcome<AdcThere | null>> {
    const facts = await lstat(this.path).catch(() => null);
    if (facts === null) return ok(null);
    const bytes = await readCredentialFile(this.path);
    return bytes.ok ? ok({ bytes: bytes.value, modifiedAt: facts.mtimeMs }) : bytes;
  }

  /** The name that a copy of what lies there would get. */
  backupName(): string {
    return `${NAME}.${new Date(this.#now()).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}.backup`;
  }

  /**
   * Copies what is there aside, then writes whole or not at all, for its owner only. Faults: `adc-not-backed-up`, `file-not-written`, and those of read.
   * @returns the copy's path; null when nothing was there
   */
  async write(content: string): Promise<Outcome<string | null>> {
    const there = await this.read();
    if (!there.ok) return there;
    try {
      await mkdir(dirname(this.path), { recursive: true, mode: 0o700 });
    } catch {
      return fail('file-not-written', 'The folder of gcloud could not be made.', 'Check that you may write to your home folder.');
    }
    if ((there.value?.bytes.length ?? 0) > MAX_CREDENTIAL_FILE_BYTES) return NOT_BACKED_UP;
    const backup = there.value === null ? null : await this.#backUp(there.value.bytes);
    if (backup?.ok === false) return backup;
    const written = await writeOwnFile(this.path, content);
    return written.ok ? ok(backup?.value ?? null) : written;
  }

  async #backUp(bytes: Uint8Array): Promise<Outcome<string>> {
    const path = join(dirname(this.path), this.backupName());
    const taken = await lstat(path).then(
      () => true,
      () => false,
    );
    const written = taken ? fail('taken', 'There is a copy of this second.') : await writeOwnFile(path, bytes);
    return written.ok ? ok(path) : NOT_BACKED_UP;
  }
}
