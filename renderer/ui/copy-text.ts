/**
 * Puts text on the clipboard. The page may lack the clipboard permission (main denies all permissions), so the older
 * command, which needs only the click it runs in, comes second. Never for secrets: those are copied by main.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'gd-visually-hidden';
  // Inside an open dialog, or its focus trap would take the focus away before the copy.
  (before?.closest('[role="dialog"]') ?? document.body).append(field);
  field.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    if (before instanceof HTMLElement) before.focus();
  }
}
