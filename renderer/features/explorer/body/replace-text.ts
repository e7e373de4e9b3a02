/**
 * Replaces part of a text area's text so that undo still works: the browser's own editing command does, setting a value does not.
 * @param onChange takes the new text where the browser has no such command; otherwise the area's change event brings it
 * @returns nothing; the cursor stands behind the new text
 */
export function replaceText(area: HTMLTextAreaElement, from: number, to: number, text: string, onChange: (text: string) => void): void {
  const before = area.value;
  area.focus();
  area.setSelectionRange(from, to);
  if (insertByCommand(text)) return;
  onChange(before.slice(0, from) + text + before.slice(to));
}

function insertByCommand(text: string): boolean {
  try {
    return text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text);
  } catch {
    return false;
  }
}
