import type { CommandLine } from 'electron';

/**
 * Settings of the page engine that only a switch can set, for every page:
 * - A page could read the clipboard with `document.execCommand('paste')`: no click, no permission asked (Electron before 34).
 *   A copied token would be in reach of the UI's page and of any page in the consent window. What the user pastes with the
 *   keyboard or the menu is not concerned.
 * - A page could tell names to a DNS server with `<link rel="dns-prefetch">`, which no content policy stops.
 */
const settings = 'DOMPasteAllowed=false,dnsPrefetchingEnabled=false';

/** To be called before `ready`. A switch given by hand is replaced: it could allow what is forbidden here. */
export function settleBlinkSettings(commandLine: Pick<CommandLine, 'removeSwitch' | 'appendSwitch'>): void {
  commandLine.removeSwitch('blink-settings');
  commandLine.appendSwitch('blink-settings', settings);
}
