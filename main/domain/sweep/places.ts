import { DEEPEST, type WalkRoot } from './ports.ts';

/** What the rules need to know of the computer. */
export interface Surroundings {
  readonly platform: string;
  readonly home: string;
  /** Of the environment; null when it is not set. */
  env(name: string): string | null;
}

export interface Place {
  readonly id: string;
  /** The program, as people call it. */
  readonly tool: string;
  readonly root: WalkRoot;
  readonly isFile: boolean;
}

/**
 * Where the tools keep what they sign in with.
 * gcloud: https://cloud.google.com/docs/authentication/application-default-credentials#personal · gcalcli: its env.py ·
 * GAM: https://github.com/GAM-team/GAM/wiki/gam.cfg · gws: its credential_store.rs · gog: https://github.com/openclaw/gogcli
 */
export function usualPlaces(of: Surroundings): readonly Place[] {
  const windows = of.platform === 'win32';
  const separator = windows ? '\\' : '/';
  const below = (base: string, ...parts: readonly string[]): string => [base.replace(/[/\\]+$/, ''), ...parts].join(separator);
  const home = (...parts: readonly string[]): string => below(of.home, ...parts);
  // An empty or relative one means nothing: https://specifications.freedesktop.org/basedir-spec/latest/#basics
  const base = (name: string): string | null => {
    const path = of.env(name);
    return path !== null && isAbsolute(path) ? path : null;
  };
  const config = windows ? (base('APPDATA') ?? home('AppData', 'Roaming')) : (base('XDG_CONFIG_HOME') ?? home('.config'));
  const support = home('Library', 'Application Support');
  const data = windows ? (base('LOCALAPPDATA') ?? home('AppData', 'Local')) : of.platform === 'darwin' ? support : (base('XDG_DATA_HOME') ?? home('.local', 'share'));
  const ownConfig = of.platform === 'darwin' ? support : config;
  const folder = (id: string, tool: string, path: string, depth: number, kind: WalkRoot['kind'] = 'place'): Place => ({ id, tool, isFile: false, root: { path, depth, kind } });
  const file = (id: string, tool: string, path: string, kind: WalkRoot['kind'] = 'place'): Place => ({ id, tool, isFile: true, root: { path, depth: 0, kind } });
  const named = (id: string, tool: string, name: string, make: typeof file): readonly Place[] => {
    const path = base(name);
    return path === null ? [] : [make(id, tool, path, 'chosen')];
  };
  return [
    folder('gcloud', 'gcloud', windows ? below(config, 'gcloud') : home('.config', 'gcloud'), 3),
    ...named('gcloud-env', 'gcloud (CLOUDSDK_CONFIG)', 'CLOUDSDK_CONFIG', (id, tool, path, kind) => folder(id, tool, path, 3, kind)),
    ...named('adc-env', 'GOOGLE_APPLICATION_CREDENTIALS', 'GOOGLE_APPLICATION_CREDENTIALS', file),
    file('oauth2l', 'oauth2l', home('.oauth2l')),
    file('gcalcli-old', 'gcalcli', home('.gcalcli_oauth')),
    folder('gcalcli', 'gcalcli', below(data, 'gcalcli'), 1),
    folder('gcalcli-config', 'gcalcli', below(ownConfig, 'gcalcli'), 1),
    folder('gam', 'GAM', home('.gam'), 2),
    folder('gam-config', 'GAM', home('GAMConfig'), 2),
    folder('gam-bin', 'GAM', home('bin'), 2),
    ...named('gam-env', 'GAM (GAMCFGDIR)', 'GAMCFGDIR', (id, tool, path, kind) => folder(id, tool, path, 2, kind)),
    folder('gws', 'gws', home('.config', 'gws'), 1),
    ...named('gws-env', 'gws (GOOGLE_WORKSPACE_CLI_CONFIG_DIR)', 'GOOGLE_WORKSPACE_CLI_CONFIG_DIR', (id, tool, path, kind) => folder(id, tool, path, 1, kind)),
    folder('gog', 'gog', below(ownConfig, 'gogcli'), 2),
    file('clasp', 'clasp', home('.clasprc.json')),
    folder('quickstarts', 'Google’s quickstarts', home('.credentials'), 1),
    folder('downloads', 'Downloads', home('Downloads'), 1),
    folder('desktop', 'Desktop', home('Desktop'), 1),
    folder('home', 'Your home folder itself', of.home, 0),
  ];
}

export function wholeHome({ home }: Pick<Surroundings, 'home'>): WalkRoot {
  return { path: home, depth: DEEPEST, kind: 'place' };
}

export function addedFolder(path: string): WalkRoot {
  return { path, depth: DEEPEST, kind: 'chosen' };
}

/** What the system makes up, and what would be all of it: no folders to look through. */
export function isTooWide(path: string): boolean {
  return /^(?:\/|[A-Za-z]:[\\/]?|\\\\[^\\]+\\?)$/.test(path) || /^\/(?:proc|sys|dev|run)(?:\/|$)/.test(path);
}

function isAbsolute(path: string): boolean {
  return path.startsWith('/') || /^[A-Za-z]:[\\/]/.test(path) || path.startsWith('\\\\');
}
