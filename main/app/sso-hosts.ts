import { fail, ok, type Outcome } from '../domain/shared/fault.ts';

/**
 * Host names of identity providers as the user typed them, lower-case and each once. A whole address is taken apart: people
 * paste those. Fault: `sso-host-invalid`, with the entry.
 */
export function readSsoHosts(typed: readonly string[]): Outcome<readonly string[]> {
  const hosts = new Set<string>();
  for (const entry of typed) {
    const host = hostOf(entry.trim());
    if (host === null) {
      return fail('sso-host-invalid', `“${entry.slice(0, 60)}” is not the name of a host.`, 'Write it like login.example.com, without port or wildcard.');
    }
    hosts.add(host);
  }
  return ok([...hosts]);
}

function hostOf(entry: string): string | null {
  const address = /^https:\/\//i.test(entry) ? entry : `https://${entry}`;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const plain = url.username === '' && url.password === '' && url.port === '';
  return plain && /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*$/.test(url.hostname) ? url.hostname : null;
}
