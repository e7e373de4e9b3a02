/** `node build/scripts/system-deps.mjs`: installs, or names, the system packages that Electron needs on Linux. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { resolveElectron } from './electron/resolve.mjs';
import { output } from './lib/run.mjs';
import { Stop, fail, say } from './lib/say.mjs';

const libraries = [
  ...['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libsecret-1-0', 'libnotify4', 'libxss1', 'libxtst6'],
  ...['libatspi2.0-0', 'libcups2', 'libdrm2', 'libxkbcommon0', 'libxcomposite1', 'libxdamage1', 'libxrandr2'],
];
/** Programs of the virtual desktop that a machine without a display needs, and their packages. */
const headlessPrograms = {
  Xvfb: 'xvfb',
  xauth: 'xauth',
  'dbus-run-session': 'dbus',
  'dbus-send': 'dbus',
  'gnome-keyring-daemon': 'gnome-keyring',
};

/**
 * Makes sure that `executable` can be loaded, and with `headless` that a virtual desktop can be made around it.
 * @param {string} executable
 * @param {{ headless: boolean }} options
 */
export async function ensureSystem(executable, { headless }) {
  if (process.platform !== 'linux') return;
  const wanted = await missing(executable, headless);
  if (wanted.length === 0) return;
  await installPackages(wanted);
  const still = await missing(executable, headless);
  if (still.length === 0) return;
  // A library outside the list above: Playwright keeps a list of its own per distribution.
  await installPackages(await playwrightsList());
  const unknown = await missingLibraries(executable);
  if (unknown.length > 0) throw new Stop(`Electron misses system libraries: ${unknown.join(', ')}.`);
}

/**
 * @param {string} executable
 * @param {boolean} headless
 */
async function missing(executable, headless) {
  const programs = headless ? Object.entries(headlessPrograms).filter(([program]) => !onPath(program)) : [];
  const gaps = await missingLibraries(executable);
  return [...new Set([...programs.map(([, name]) => name), ...(gaps.length > 0 ? libraries : [])])];
}

/** What the loader would not find; libsecret is opened later by name, so ldd does not know of it.
 * @param {string} executable
 */
async function missingLibraries(executable) {
  const [linked, known] = await Promise.all([
    output('ldd', [executable], { within: 20_000 }).catch(() => ''),
    output('/sbin/ldconfig', ['-p'], { within: 20_000 }).catch(() => 'libsecret-1.so.0'),
  ]);
  const gaps = [...linked.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '');
  return known.includes('libsecret-1.so.0') ? gaps : [...gaps, 'libsecret-1.so.0'];
}

/** @param {string} program */
export function onPath(program) {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.some((folder) => existsSync(join(folder, program)));
}

async function playwrightsList() {
  const text = await output('npx', ['playwright', 'install-deps', '--dry-run', 'chromium'], { within: 60_000 });
  return [...text.matchAll(/^\s+([a-z0-9][a-z0-9.+-]+)\s*\\?$/gm)].map((match) => match[1] ?? '');
}

/**
 * Installs Debian packages as root; anyone else is told the one command.
 * @param {string[]} names
 */
export async function installPackages(names) {
  const command = `apt-get update && apt-get install -y --no-install-recommends ${names.join(' ')}`;
  if (!onPath('apt-get')) {
    throw new Stop(`system packages are missing; install what your distribution calls: ${names.join(', ')}.`);
  }
  if (process.getuid?.() !== 0) {
    throw new Stop(`system packages are missing; run once: sudo sh -c '${command}'`);
  }
  say(`Installing system packages: ${names.join(' ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  /** @param {string[]} args */
  const apt = async (args) => {
    const options = ['-qq', '-o', 'DPkg::Lock::Timeout=120', '-o', 'Dpkg::Use-Pty=0', ...args];
    await output('apt-get', options, { env, within: 10 * 60_000 }).catch((/** @type {Error} */ error) => {
      throw new Stop(`apt-get could not do its work; run by hand to see why: ${command} (${error.message.slice(0, 300)})`);
    });
  };
  await apt(['update']);
  await apt(['install', '-y', '--no-install-recommends', ...(await todaysNames(names))]);
}

/** Newer Debian and Ubuntu call some libraries <name>t64; where that exists, the plain name is ambiguous.
 * @param {string[]} names
 */
async function todaysNames(names) {
  const renamed = names.map((name) => `${name}t64`);
  const text = await output('apt-cache', ['policy', ...renamed]).catch(() => '');
  // One block a package: its name at the start of a line, then "Candidate: <version>" or "(none)".
  const known = new Set([...text.matchAll(/^(\S+):\n.*\n\s+Candidate: (?!\(none)/gm)].map((match) => match[1]));
  return names.map((name) => (known.has(`${name}t64`) ? `${name}t64` : name));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const { executable } = await resolveElectron();
    await ensureSystem(executable, { headless: true });
    say('All system packages are there.');
  } catch (error) {
    fail(error);
  }
}

