import type { App, Session } from 'electron';
import { appHost, appScheme } from './app-origin.ts';

/** The one permission there is: our own page may put text on the clipboard (never read it). Told apart by name, so a new one is denied. */
export function isPermitted(permission: string, requester: string): boolean {
  if (permission !== 'clipboard-sanitized-write' || !URL.canParse(requester)) return false;
  const url = new URL(requester);
  return url.protocol === `${appScheme}:` && url.host === appHost;
}

/**
 * Denies every other permission and every download on a session. Electron's default is to approve, and an unhandled
 * custom scheme on a page asks for the permission `openExternal`, which would start other programs.
 */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide, details) =>
    decide(details.isMainFrame && isPermitted(permission, details.requestingUrl)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) => isPermitted(permission, origin));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler(null);
  session.on('will-download', (event) => event.preventDefault());
  // Devices are chosen by nobody: an empty answer is a refusal.
  session.on('select-hid-device', (event, _details, choose) => {
    event.preventDefault();
    choose();
  });
  session.on('select-serial-port', (event, _ports, _contents, choose) => {
    event.preventDefault();
    choose('');
  });
}

/** Applies the denial to every session there will ever be. To be called before `ready`. */
export function denyPermissionsEverywhere(app: App): void {
  app.on('session-created', denyPermissions);
  // Never hand out a certificate of the user. (A page's password prompt is cancelled by default.)
  app.on('select-client-certificate', (event, _contents, _url, _list, choose) => {
    event.preventDefault();
    choose();
  });
}
