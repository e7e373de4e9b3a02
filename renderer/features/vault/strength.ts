export interface Strength {
  /** 0 nothing typed, 1 weak to 4 strong. */
  readonly level: 0 | 1 | 2 | 3 | 4;
  readonly words: string;
}

const WORDS = ['', 'Weak: easy to guess', 'Fair: a few more words would help', 'Good', 'Strong'] as const;
const COMMON = ['password', 'passwort', 'passphrase', 'qwerty', 'qwertz', 'letmein', 'admin', 'welcome', 'grantdesk', 'google', 'abc', '123'];

/**
 * A hint only, main decides what it takes: guesses the bits of a passphrase from length and kinds of characters, with repeats,
 * runs (`1234`, `abcd`) and common words counted as almost nothing.
 */
export function strengthOf(passphrase: string): Strength {
  if (passphrase === '') return { level: 0, words: WORDS[0] };
  const bits = effectiveLength(passphrase) * Math.log2(alphabetOf(passphrase));
  const level = bits < 36 ? 1 : bits < 56 ? 2 : bits < 76 ? 3 : 4;
  return { level, words: WORDS[level] };
}

function alphabetOf(text: string): number {
  const kinds: readonly (readonly [RegExp, number])[] = [
    [/[a-z]/, 26],
    [/[A-Z]/, 26],
    [/\d/, 10],
    [/[^a-zA-Z\d]/, 20],
  ];
  return Math.max(
    10,
    kinds.reduce((sum, [kind, size]) => sum + (kind.test(text) ? size : 0), 0),
  );
}

function effectiveLength(passphrase: string): number {
  let text = passphrase.toLowerCase();
  let length = 0;
  for (const word of COMMON) {
    const parts = text.split(word);
    length += (parts.length - 1) * 1.5;
    text = parts.join(' ');
  }
  const codes = Array.from(text, (char) => char.codePointAt(0) ?? 0);
  codes.forEach((code, at) => {
    const step = code - (codes[at - 1] ?? -9);
    length += Math.abs(step) <= 1 ? 0.12 : 1;
  });
  return Math.min(length, new Set(passphrase).size * 2.5);
}
