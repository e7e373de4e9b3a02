/** What the command can be told to do. */
export const VERBS = ['token', 'header', 'call', 'list', 'completion', 'help'] as const;
export type Verb = (typeof VERBS)[number];

export function isVerb(word: string | undefined): word is Verb {
  return (VERBS as readonly (string | undefined)[]).includes(word);
}

/**
 * The words of the command, when this start is the command and not the app.
 * @param argv as process.argv: the executable first; in a checkout the app's folder is its first word that is no switch
 * @returns null for a start of the app
 */
export function commandWords(argv: readonly string[], packaged: boolean): readonly string[] | null {
  const words = argv.slice(1);
  const folder = packaged ? -1 : words.findIndex((word) => !word.startsWith('-'));
  // A switch before the folder is for Electron.
  const own = words.slice(folder + 1);
  const first = own.find((word) => !word.startsWith('-'));
  // The app takes no words: one that looks like a command is a mistyped one, and not a wish for a window.
  if (first !== undefined && /^[a-z][a-z-]*$/.test(first)) return own;
  const isAsked = first === undefined && own.some((word) => word === '--help' || word === '-h' || word === '--version');
  return isAsked ? own : null;
}
