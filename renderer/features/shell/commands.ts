import { ClipboardPaste, FileDown, FileKey2, FlaskConical, LockKeyhole, Moon, Plus, Sun, SunMoon, User, type LucideIcon } from 'lucide-react';
import type { AppStateDto } from '../../../preload/contract/app.ts';
import type { AuthorizationDto } from '../../../preload/contract/authorizations.ts';
import type { Bridge } from '../../../preload/contract/bridge.ts';
import type { Done, Result } from '../../../preload/contract/result.ts';
import { navigate, openNewAuthorization } from '../../app/route.ts';
import { navGroups } from './nav-items.ts';

const GROUPS = ['Pages', 'Accounts', 'Actions'] as const;

export interface Command {
  readonly id: string;
  readonly group: (typeof GROUPS)[number];
  readonly label: string;
  /** Second line, searched as well. */
  readonly hint: string | null;
  readonly icon: LucideIcon;
  /** What it does; a call that failed comes back as its Result. */
  readonly run: () => Promise<Result<unknown>> | undefined;
}

interface World {
  readonly bridge: Bridge;
  readonly app: AppStateDto;
  readonly authorizations: readonly AuthorizationDto[];
  readonly importFile: () => void;
  readonly pasteClient: () => void;
  readonly importCredentials: () => void;
}

/** Everything the command menu can do now: open a page, open an account, act. */
export function commandsOf({ bridge, app, authorizations, importFile, pasteClient, importCredentials }: World): readonly Command[] {
  const go = (act: () => void) => () => {
    act();
    return undefined;
  };
  const pages = navGroups.flat().map(
    ({ page, label, icon }): Command => ({ id: `page ${page}`, group: 'Pages', label, hint: null, icon, run: go(() => navigate({ page })) }),
  );
  const accounts = authorizations.map(
    ({ id, account, client }): Command => ({
      id: `account ${id}`,
      group: 'Accounts',
      label: account.email,
      hint: client.label,
      icon: User,
      run: go(() => navigate({ page: 'authorization', id })),
    }),
  );
  const act = (id: string, label: string, icon: LucideIcon, run: Command['run'], hint: string | null = null): Command => ({
    id,
    group: 'Actions',
    label,
    hint,
    icon,
    run,
  });
  const practising = app.mode === 'practice';
  const practice = (): Promise<Done> => (practising ? bridge.leavePractice() : bridge.enterPractice());
  return [
    ...pages,
    ...accounts,
    act('new', 'New authorization', Plus, go(() => openNewAuthorization())),
    act('import', 'Import client file', FileDown, go(importFile)),
    act('paste', 'Paste client JSON', ClipboardPaste, go(pasteClient)),
    act('import-credentials', 'Import credentials', FileKey2, go(importCredentials)),
    act('practice', practising ? 'Leave practice mode' : 'Try the sandbox', FlaskConical, practice),
    act('theme-light', 'Light theme', Sun, () => bridge.updateSettings({ theme: 'light' })),
    act('theme-dark', 'Dark theme', Moon, () => bridge.updateSettings({ theme: 'dark' })),
    act('theme-system', 'Theme of the system', SunMoon, () => bridge.updateSettings({ theme: 'system' })),
    ...(app.vault.state === 'unlocked' ? [act('lock', 'Lock the vault', LockKeyhole, () => bridge.vaultLock())] : []),
  ];
}

/** Keeps the commands that contain every word typed, in label, hint or group. Groups stay whole; the best match leads. */
export function matchCommands(commands: readonly Command[], query: string): readonly Command[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return commands;
  const text = (command: Command): string => `${command.label} ${command.hint ?? ''} ${command.group}`.toLowerCase();
  const found = commands.filter((command) => words.every((word) => text(command).includes(word)));
  const first = words.join(' ');
  const rank = (command: Command): number => (command.label.toLowerCase().startsWith(first) ? 0 : 1);
  const groupRank = (group: Command['group']): number => Math.min(...found.filter((command) => command.group === group).map(rank));
  const order = GROUPS.toSorted((a, b) => groupRank(a) - groupRank(b));
  return found.toSorted((a, b) => order.indexOf(a.group) - order.indexOf(b.group) || rank(a) - rank(b));
}
