/** Where a desktop's windows and keyring are reached. */
const SESSION = ['DISPLAY', 'WAYLAND_DISPLAY', 'XAUTHORITY', 'DBUS_SESSION_BUS_ADDRESS', 'XDG_RUNTIME_DIR', 'XDG_SESSION_TYPE', 'XDG_CURRENT_DESKTOP'] as const;
const LONGEST = 4096;

/** What a second start tells the first one. */
export interface SecondStart {
  /** By the `grantdesk` command: nobody wants a window. */
  readonly background: boolean;
  readonly session: Readonly<Record<string, string>>;
}

export function secondStart(background: boolean, env: Readonly<Record<string, string | undefined>>): SecondStart {
  return { background, session: sessionOf(env) };
}

/** Reads what came with a second start; anything odd is a start by hand without a session of its own. */
export function readSecondStart(data: unknown): SecondStart {
  if (typeof data !== 'object' || data === null) return { background: false, session: {} };
  const { background, session } = data as { readonly background?: unknown; readonly session?: unknown };
  return { background: background === true, session: typeof session === 'object' && session !== null ? sessionOf(session as Record<string, unknown>) : {} };
}

function sessionOf(from: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    SESSION.flatMap((name) => {
      const value = from[name];
      return typeof value === 'string' && value !== '' && value.length <= LONGEST ? [[name, value]] : [];
    }),
  );
}
