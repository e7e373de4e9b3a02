/**
 * The one redactor: what goes to a log, an error text or Activity passes through here.
 *
 * Secrets are recognised in two ways: by the shapes Google gives them (`ya29.`, `1//`, `4/0`, `GOCSPX-`, a JWT) and by the name that
 * stands before them (`code=`, `"refresh_token":`, `Bearer `). All alternatives live in one expression and names are looked up behind
 * the value instead of being consumed, so that one match can never swallow the name that would have given the next secret away.
 * Every alternative takes at least the whole run of token characters, so no match ends inside a secret. The price is that harmless
 * text glued to a secret goes with it.
 */

/** What stands in place of a secret. */
export const REDACTED = '…redacted';

/** Characters a token, code, verifier or percent-encoded form of them can have. */
const TOKEN_RUN = '[A-Za-z0-9_.~+/=%-]';

/** Letters of the parts of a JWT (base64url). */
const JWT_LETTER = '[A-Za-z0-9_-]';

/** Names that mean a secret wherever they stand. */
const SECRET_NAMES = 'access_token|refresh_token|id_token|client_secret|code_verifier|authError|assertion|passphrase|password|recovery_code';
/** Names that are also everyday words: only as a form or query field, or as a quoted JSON key with a text value. */
const FIELD_NAMES = `${SECRET_NAMES}|code|token`;

const QUOTE = `\\\\{0,3}["']`;
const VALUE_IN_QUOTES = `[^"'\\\\]+`;
const VALUE_IN_FORM = `[^\\s"'&<>,;\\\\]+`;

const SHAPES = [
  `ya29\\.${TOKEN_RUN}+`,
  // Refresh tokens, today's and the older form, raw or percent-encoded.
  `1(?:/|%2F)(?:/|%2F)${TOKEN_RUN}+`,
  `1(?:/|%2F)[A-Za-z0-9_-]{40,}${TOKEN_RUN}*`,
  // Authorization codes.
  `4(?:/|%2F)(?:0A|[A-Za-z0-9_-]{16})${TOKEN_RUN}*`,
  `GOCSPX-${TOKEN_RUN}+`,
  // A JWT: both header and claims are JSON objects, which begin with eyJ in base64url. Looked for once where a run of its characters
  // begins, and from each eyJ up to the next one: what never comes to a dot is not read over and over.
  `(?<!${JWT_LETTER})eyJ${JWT_LETTER}+\\.eyJ${TOKEN_RUN}+`,
  `eyJ(?:(?!eyJ)${JWT_LETTER}){1,4096}\\.eyJ${TOKEN_RUN}+`,
];

const NAMED = [
  `(?<=${QUOTE}(?:${FIELD_NAMES})${QUOTE}\\s{0,4}:\\s{0,4}${QUOTE})${VALUE_IN_QUOTES}`,
  `(?<=(?:${FIELD_NAMES})(?:=|%3D)${QUOTE})${VALUE_IN_QUOTES}`,
  `(?<=(?:${FIELD_NAMES})(?:=|%3D))${VALUE_IN_FORM}`,
  `(?<=(?:${SECRET_NAMES})\\s{0,4}:\\s{0,4})${VALUE_IN_FORM}`,
  `(?<=[?&]state=)${VALUE_IN_FORM}`,
  `(?<=(?:[Bb]earer|BEARER|DPoP)\\s{1,4})${TOKEN_RUN}[^\\s"'<>]*`,
  `(?<=Basic\\s{1,4})[A-Za-z0-9+/=]{16}${TOKEN_RUN}*`,
];

const SECRETS = new RegExp([...NAMED, ...SHAPES].join('|'), 'g');

/**
 * Takes every token, code, verifier and secret out of a text.
 * @param known exact secrets at hand (the token just sent), removed whatever they look like
 */
export function redact(text: string, known: readonly string[] = []): string {
  return redactKnown(text, known).replace(SECRETS, REDACTED);
}

/** Takes out exact secrets only: for text that belongs to the user (an API's answer) and is shown as it came. */
export function redactKnown(text: string, known: readonly string[]): string {
  let clean = text;
  // Longest first: one secret can be the beginning of another.
  for (const secret of [...known].sort((a, b) => b.length - a.length)) {
    if (secret !== '') clean = clean.replaceAll(secret, REDACTED);
  }
  return clean;
}

/** The Authorization header as it may be shown. */
export const REDACTED_BEARER = `Bearer ${REDACTED}`;
