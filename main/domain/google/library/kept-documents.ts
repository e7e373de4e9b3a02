import { z } from 'zod';
import type { Cache } from '../../vault/cache.ts';

/** Owner under which documents lie in the cache: they belong to no authorization. */
export const DOCUMENTS_OWNER = 'api-documents';
const INDEX = 'index';

const entry = z.object({
  name: z.string(),
  version: z.string(),
  fetchedAt: z.number(),
  from: z.string(),
  hash: z.string(),
  bytes: z.number(),
  /** Methods of the shipped table that the document lacks, and since when it does: milliseconds since the epoch. */
  missing: z.record(z.string(), z.number()),
});
/** What is known of a kept document besides its text. */
export type KeptDocument = Readonly<z.infer<typeof entry>>;

/** The documents as they came, sealed in the cache. What cannot be read is as good as not there: it can be fetched again. */
export class KeptDocuments {
  readonly #cache: Cache;

  constructor(cache: Cache) {
    this.#cache = cache;
  }

  async index(): Promise<readonly KeptDocument[]> {
    const read = z.array(entry).safeParse(await this.#cache.get(DOCUMENTS_OWNER, INDEX));
    return read.success ? read.data : [];
  }

  async text({ name, version }: Pick<KeptDocument, 'name' | 'version'>): Promise<string | null> {
    const text = await this.#cache.get(DOCUMENTS_OWNER, textName(name, version));
    return typeof text === 'string' ? text : null;
  }

  /** Rejects with a FaultError of the vault. */
  async keep(document: KeptDocument, text: string): Promise<void> {
    await this.#cache.put(DOCUMENTS_OWNER, textName(document.name, document.version), text);
    await this.#write([...(await this.#others(document)), document]);
  }

  /** Rejects with a FaultError of the vault. */
  async remove(document: Pick<KeptDocument, 'name' | 'version'>): Promise<void> {
    await this.#write(await this.#others(document));
    await this.#cache.remove(DOCUMENTS_OWNER, textName(document.name, document.version));
  }

  async #others({ name, version }: Pick<KeptDocument, 'name' | 'version'>): Promise<readonly KeptDocument[]> {
    return (await this.index()).filter((one) => one.name !== name || one.version !== version);
  }

  async #write(index: readonly KeptDocument[]): Promise<void> {
    await this.#cache.put(DOCUMENTS_OWNER, INDEX, index);
  }
}

function textName(name: string, version: string): string {
  return `document ${name} ${version}`;
}
