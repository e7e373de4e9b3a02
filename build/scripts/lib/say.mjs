/** Everything people should read while they wait goes to stderr: stdout belongs to results (`electron:path`). */

/** @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Prints one sentence and ends the process; a script's own mistakes keep their stack.
 * @param {unknown} error
 * @returns {never}
 */
export function fail(error) {
  if (error instanceof Stop) say(`grantdesk: ${error.message}`);
  else say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exit(1);
}

/** A failure that is fully explained by its message: no stack is shown. */
export class Stop extends Error {
  /** @override */
  name = 'Stop';
}

/**
 * A progress line: rewritten in place on a terminal, one line every ten seconds elsewhere (build logs).
 * @param {string} what
 */
export function progress(what) {
  const terminal = process.stderr.isTTY === true;
  let next = 0;
  return (/** @type {number} */ done, /** @type {number} */ total) => {
    const now = Date.now();
    const finished = total > 0 && done >= total;
    if (now < next && !finished) return;
    next = now + (terminal ? 200 : 10_000);
    const mb = (/** @type {number} */ n) => Math.round(n / 1e6);
    const text = total > 0 ? `${what}: ${mb(done)} of ${mb(total)} MB` : `${what}: ${mb(done)} MB`;
    process.stderr.write(terminal ? `\r${text}${finished ? '\n' : ''}` : `${text}\n`);
  };
}
