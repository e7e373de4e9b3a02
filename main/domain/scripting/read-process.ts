/** A process as the system shows it. */
export interface ProcessFacts {
  readonly pid: number;
  readonly parent: number;
  /** Clock ticks since boot: with the pid it names one process for ever. */
  readonly startedAt: string;
  /** Real path of its program; null when the system does not say (another user's, a deleted file). */
  readonly exe: string | null;
  readonly arguments: readonly string[];
  readonly cwd: string | null;
  /** Reads from a terminal. */
  readonly terminal: boolean;
}

/** What a process runs. */
export type Running =
  /** @property options what stands before the script: with other options it is not the same program */
  | { readonly kind: 'script'; readonly file: string; readonly options: readonly string[] }
  /** The program's text is on the command line. */
  | { readonly kind: 'inline'; readonly words: readonly string[] }
  /** A module by its name: which file that is, and what is in it, is not known. */
  | { readonly kind: 'module' }
  /** A shell's `-c`: it stands between the asking program and the command, and is not the program itself. */
  | { readonly kind: 'shell-command'; readonly text: string }
  | { readonly kind: 'interactive' }
  /** An interpreter that reads its program from a pipe: it cannot be recognised again. */
  | { readonly kind: 'piped' }
  /** Starts other programs and stands between as well. */
  | { readonly kind: 'carrier' }
  /** Runs what it reads from a file or in a folder, in a way that is not looked into: it would stand for all of that. */
  | { readonly kind: 'host' }
  | { readonly kind: 'binary' };

const SHELLS: ReadonlySet<string> = new Set(['sh', 'bash', 'dash', 'ash', 'zsh', 'ksh', 'mksh', 'fish', 'yash']);
/** Starts a program given on its own command line. */
const CARRIERS: ReadonlySet<string> = new Set(['env', 'timeout', 'xargs', 'nice', 'nohup', 'setsid', 'time', 'watch', 'find', 'stdbuf']);
/** Builders, runtimes, editors, and what starts the programs of a desktop; a name may end in a version: tclsh8.6, vim.basic. */
const HOSTS =
  /^(?:g?make|ninja|just|task|java|dotnet|mono|[gmn]?awk|original-awk|tclsh|wish|expect|julia|guile|beam|erl|escript|runghc|go|cargo|uv|git|gdb|n?vim?|emacs|code|codium|tmux|screen|gnome-shell|plasmashell|krunner|cinnamon|xfce4-panel|sway|i3|rofi)(?:[-.:]?[\d.]+|[-.: ].*)?$/;

interface Dialect {
  /** Options whose value is the next word. */
  readonly valued: ReadonlySet<string>;
  /** Options after which comes the program itself. */
  readonly inline: ReadonlySet<string>;
}

const SHELL: Dialect = { valued: new Set(['-o', '+o', '-O', '+O', '--rcfile', '--init-file']), inline: new Set() };
const INTERPRETERS: readonly (readonly [RegExp, Dialect])[] = [
  [/^python[\d.]*$|^pypy[\d.]*$/, { valued: new Set(['-W', '-X', '--check-hash-based-pycs']), inline: new Set(['-c', '-m']) }],
  [/^node(js)?$|^bun$|^tsx$/, { valued: new Set(['-r', '--require', '--import', '--loader', '--experimental-loader', '-C', '--conditions', '--env-file']), inline: new Set(['-e', '--eval', '-p', '--print']) }],
  [/^deno$/, { valued: new Set(['--config', '-c', '--import-map']), inline: new Set(['eval', 'repl']) }],
  [/^ruby[\d.]*$/, { valued: new Set(['-r', '-I', '-E', '-C']), inline: new Set(['-e']) }],
  [/^perl[\d.]*$/, { valued: new Set([]), inline: new Set(['-e', '-E']) }],
  [/^php[\d.]*$/, { valued: new Set(['-c', '-d', '-z']), inline: new Set(['-r', '-B', '-R', '-E']) }],
  [/^lua[\d.]*$|^luajit.*$/, { valued: new Set(['-l']), inline: new Set(['-e']) }],
  [/^pwsh$/, { valued: new Set(['-ExecutionPolicy']), inline: new Set(['-Command', '-c', '-EncodedCommand']) }],
  [/^(R|Rscript)$/, { valued: new Set([]), inline: new Set(['-e']) }],
];

/** What a process runs, by its program's name and its command line. Nothing here is trusted: it decides what the user is told. */
export function readProcess({ exe, arguments: words, terminal }: Pick<ProcessFacts, 'exe' | 'arguments' | 'terminal'>): Running {
  const name = (exe ?? words[0] ?? '').split('/').at(-1) ?? '';
  const rest = words.slice(1);
  if (isShell(name, words[0])) return shellRuns(rest, terminal);
  if (CARRIERS.has(name)) return { kind: 'carrier' };
  const dialect = INTERPRETERS.find(([pattern]) => pattern.test(name))?.[1];
  if (dialect === undefined) return { kind: HOSTS.test(name) ? 'host' : 'binary' };
  return interpreterRuns(rest, dialect, terminal, name === 'deno' ? 1 : 0);
}

/** busybox is a shell only under a shell's name. */
function isShell(name: string, called: string | undefined): boolean {
  const calledAs = (called ?? '').split('/').at(-1)?.replace(/^-/, '') ?? '';
  return SHELLS.has(name) || (name.startsWith('busybox') && SHELLS.has(calledAs));
}

function shellRuns(words: readonly string[], terminal: boolean): Running {
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    // `-c` may stand among others: bash -lc '…'. The text is the first word that is no option.
    if (/^-[A-Za-z]*c[A-Za-z]*$/.test(word)) return { kind: 'shell-command', text: words.slice(at + 1).find((one) => !/^[-+]/.test(one)) ?? '' };
    if (/^-[A-Za-z]*s[A-Za-z]*$/.test(word)) return terminal ? { kind: 'interactive' } : { kind: 'piped' };
    if (word === '--' || word === '-') return scriptAt(words, at + 1, terminal);
    if (SHELL.valued.has(word)) at += 1;
    else if (!/^[-+]/.test(word)) return scriptAt(words, at, terminal);
  }
  return terminal ? { kind: 'interactive' } : { kind: 'piped' };
}

function interpreterRuns(words: readonly string[], dialect: Dialect, terminal: boolean, skip: number): Running {
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    // -c'text', -e'text', -mmodule; of several short options in one word (-Bc) any may be the one.
    const inline = inlineOption(word, dialect);
    if (inline !== null) return inline === '-m' ? { kind: 'module' } : { kind: 'inline', words };
    if (word === '-') return { kind: 'piped' };
    if (word === '--') return scriptAt(words, at + 1, terminal);
    if (dialect.valued.has(word)) at += 1;
    else if (!word.startsWith('-')) {
      // deno run <options> script
      if (skip > 0 && /^[a-z]+$/.test(word)) skip -= 1;
      else return scriptAt(words, at, terminal);
    }
  }
  return terminal ? { kind: 'interactive' } : { kind: 'piped' };
}

/** The first of its options in this word after which the program stands; null when none is. */
function inlineOption(word: string, { inline, valued }: Dialect): string | null {
  const [option = ''] = word.split('=', 1);
  if (inline.has(option)) return option;
  if (!/^-[A-Za-z]/.test(word) || valued.has(word.slice(0, 2))) return null;
  const letters = /^-([A-Za-z]*)/.exec(word)?.[1] ?? '';
  return [...letters].map((letter) => `-${letter}`).find((one) => inline.has(one)) ?? null;
}

function scriptAt(words: readonly string[], at: number, terminal: boolean): Running {
  const file = words[at];
  if (file === undefined || file === '') return terminal ? { kind: 'interactive' } : { kind: 'piped' };
  return { kind: 'script', file, options: words.slice(0, at) };
}
