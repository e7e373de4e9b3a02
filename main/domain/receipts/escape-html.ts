const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it may stand in an element or in a quoted attribute. Control characters, which no font draws, become a blank. */
export function escapeHtml(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are the ones meant
  return text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, ' ').replaceAll(/[&<>"']/g, (one) => ENTITIES[one] ?? '');
}
