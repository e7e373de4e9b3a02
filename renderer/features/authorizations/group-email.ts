/** What is wrong with a group's address, in one sentence; null when it can be sent. */
export function groupEmailFault(typed: string): string | null {
  if (typed === '') return 'Type the address of a group, such as choir@harbor.example.';
  if (/\s/.test(typed)) return 'An address has no spaces.';
  if (!typed.includes('@')) return `Add the domain, such as ${typed}@harbor.example.`;
  const [name = '', domain = '', ...more] = typed.split('@');
  if (name === '' || more.length > 0) return 'This is not an address: it needs a name, one @ and a domain.';
  if (!/^[^.]+(\.[^.]+)+$/.test(domain)) return `Add the rest of the domain, such as ${name}@harbor.example.`;
  return null;
}
