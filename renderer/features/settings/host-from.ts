/** The host of what was typed: a bare name or an https address, lower case; null when it is neither or names a port. */
export function hostFrom(text: string): string | null {
  const typed = text.trim().toLowerCase();
  const address = typed.includes('://') ? typed : `https://${typed}`;
  if (typed === '' || !URL.canParse(address)) return null;
  const { protocol, hostname, port, username } = new URL(address);
  const named = /^[a-z\d.-]+$/.test(hostname) && hostname.includes('.') && !/^[\d.]+$/.test(hostname);
  return protocol === 'https:' && port === '' && username === '' && named && hostname.length <= 253 ? hostname : null;
}
