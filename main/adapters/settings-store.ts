import { isAbsolute } from 'node:path';
import { z } from 'zod';
import { SerialQueue } from '../domain/shared/serial-queue.ts';
import { StoreFile } from './store-file.ts';

/** A damaged or unknown value of one setting falls back to that setting's default; the others stay. */
const settingsSchema = z.object({
  openConsentIn: z.enum(['app-window', 'browser']).catch('app-window'),
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  ssoHosts: z.array(z.string().min(1).max(253)).max(50).catch([]),
  remindBeforeEnd: z.boolean().catch(true),
  /** Folders the user added to the sweep. */
  sweepFolders: z.array(z.string().min(1).max(4096)).max(50).catch([]),
  /** Off until the user switches it on: without it there is no socket at all. */
  letScripts: z.boolean().catch(false),
  /** The mode of the last session; `custom` comes from the environment only and is not kept. */
  mode: z.enum(['google', 'practice']).catch('google'),
  /** In device-independent pixels. */
  windowBounds: z
    .object({
      x: z.int(),
      y: z.int(),
      width: z.int().positive(),
      height: z.int().positive(),
      maximized: z.boolean(),
    })
    .nullable()
    .catch(null),
});

export type Settings = Readonly<z.infer<typeof settingsSchema>>;

/** Settings that are no secrets, in `<data folder>/settings.json`. */
export class SettingsStore {
  readonly #file: StoreFile;
  readonly #queue = new SerialQueue();
  #settings: Settings;

  private constructor(file: StoreFile, settings: Settings) {
    this.#file = file;
    this.#settings = settings;
  }

  /** A file that cannot be read is copied aside, its backup is taken, else the defaults. */
  static async open(dataFolder: string): Promise<SettingsStore> {
    if (!isAbsolute(dataFolder)) throw new Error('the data folder must be an absolute path');
    const file = new StoreFile(dataFolder, 'settings');
    let content = await file.read();
    if (content.kind === 'unreadable') {
      await file.setAside();
      content = await file.readBackup();
    }
    return new SettingsStore(file, settingsSchema.parse(content.kind === 'json' ? content.value : {}));
  }

  get(): Settings {
    return this.#settings;
  }

  /** Rejects with a FaultError `vault-disk-full` or `vault-write-failed`; the settings are then what they were. */
  async update(patch: Partial<Settings>): Promise<Settings> {
    return this.#queue.run(async () => {
      const next = settingsSchema.parse({ ...this.#settings, ...patch });
      await this.#file.write(next);
      this.#settings = next;
      return next;
    });
  }
}
