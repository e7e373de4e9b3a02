import type { Interest } from './ports.ts';

/** Names that a tool gives its credentials, in lower case. */
const SURE: ReadonlySet<string> = new Set([
  'application_default_credentials.json',
  'adc.json',
  '.oauth2l',
  '.gcalcli_oauth',
  'oauth2.txt',
  'oauth2service.json',
  '.clasprc.json',
  'token.json',
  'token.pickle',
  'credentials.json',
  'storedcredential',
  // Tools of Google from the days of oauth2client.
  '.bigquery.v2.token',
  '.gcutil_auth',
]);

/** Names that say nothing by themselves: the folder does. */
const SURE_IN: Readonly<Record<string, ReadonlySet<string>>> = {
  gcalcli: new Set(['oauth']),
  '.gcalcli': new Set(['oauth']),
  gcloud: new Set(['credentials.db', 'access_tokens.db']),
  // Folders of other profiles are called gws-work and the like.
  gws: new Set(['.encryption_key', 'credentials.enc', 'token_cache.json']),
};

/** A copy with a date behind it holds the same. */
const ADC_COPY = 'application_default_credentials.json.';
const CLIENT_FILE = /^client_?secrets?.*\.json$/;
const MAYBE = /(?:credential|token|oauth|service[-_]?account|client[-_]?id).*\.json$/;
const MAYBE_PICKLE = /(?:cred|token|oauth).*\.(?:pickle|pkl)$/;

/**
 * Whether a file is worth a look, by its name and that of its folder alone. It runs for every file of a home folder, so what most
 * names fail comes first.
 */
export function interestIn(name: string, parent: string): Interest | null {
  const lower = name.toLowerCase();
  if (SURE.has(lower)) return 'sure';
  const folder = parent.startsWith('gws') ? 'gws' : parent;
  const inFolder = Object.hasOwn(SURE_IN, folder) ? SURE_IN[folder] : undefined;
  if (inFolder?.has(lower) === true) return 'sure';
  if (lower.endsWith('.json')) {
    if (CLIENT_FILE.test(lower)) return 'sure';
    // The first quickstarts kept theirs in ~/.credentials under the name of the sample.
    return parent === '.credentials' || MAYBE.test(lower) ? 'look' : null;
  }
  if (lower.endsWith('.dat')) return 'look';
  if (lower.startsWith(ADC_COPY)) return 'sure';
  return MAYBE_PICKLE.test(lower) ? 'look' : null;
}

/** Folders that hold copies, packages or what a program can make again; and browser profiles, whose tokens are no files of their own. */
const SKIPPED: ReadonlySet<string> = new Set([
  'node_modules', 'bower_components', 'site-packages', 'dist-packages', '__pycache__', '.tox', '.mypy_cache', '.pytest_cache', '.eggs',
  '.git', '.hg', '.svn', '.bzr',
  '.cache', 'cache', 'caches', 'cachestorage', 'cache_data', 'code cache', 'gpucache', 'service worker', 'indexeddb', 'blob_storage',
  '.npm', '.pnpm-store', '.yarn', '.bun', '.cargo', '.rustup', '.gradle', '.m2', '.ivy2', '.nuget', '.conda', '.pyenv', '.rbenv', '.nvm',
  '.mozilla', 'mozilla', 'firefox', '.thunderbird', 'thunderbird', 'google-chrome', 'google-chrome-beta', 'chromium', 'bravesoftware', 'microsoft-edge', 'vivaldi', 'opera',
  '.trash', '.trash-1000', '$recycle.bin', 'steam', '.steam', '.wine',
]);

/** The same where only the folder around it tells. */
const SKIPPED_IN: Readonly<Record<string, ReadonlySet<string>>> = {
  google: new Set(['chrome', 'chrome beta', 'chrome for testing', 'drivefs']),
  microsoft: new Set(['edge']),
  share: new Set(['trash']),
};

export function skipsFolder(name: string, parent: string): boolean {
  const lower = name.toLowerCase();
  if (SKIPPED.has(lower) || lower.endsWith('.photoslibrary')) return true;
  const around = parent.toLowerCase();
  return Object.hasOwn(SKIPPED_IN, around) && SKIPPED_IN[around]?.has(lower) === true;
}

/** How much of a file of interest `look` is read before the rest. */
export const FIRST_LOOK = 64;

/** Whether a file that begins so can be a credential at all: an object of JSON, a pickle, or Java's own format. */
export function beginsLikeCredential(start: Uint8Array): boolean {
  const first = start.find((byte) => !BLANK.has(byte));
  if (first === 0x7b) return true;
  const [one, two] = start;
  return (one === 0x80 && two !== undefined && two >= 2 && two <= 5) || (one === 0xac && two === 0xed) || one === 0x28 || one === 0x63;
}

/** White space, and the three bytes of a mark of byte order. */
const BLANK: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf]);
