/** Settings as the Atom entry that Groups Settings sends when alt=json is missing. */
export function atomEntry(settings: Readonly<Record<string, unknown>>): string {
  const email = escape(textOf(settings['email']));
  const fields = Object.entries(settings)
    .filter(([name]) => name !== 'kind')
    .map(([name, value]) => `  <apps:${name}>${escape(textOf(value))}</apps:${name}>`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<entry xmlns="http://www.w3.org/2005/Atom" xmlns:apps="http://schemas.google.com/apps/2006">',
    `  <id>tag:googleapis.com,2010:apps:groupssettings:GROUP:${email}</id>`,
    `  <title type="text">${email}</title>`,
    `  <apps:id>${email}</apps:id>`,
    ...fields,
    '</entry>',
    '',
  ].join('\n');
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
