import { useMediaQuery } from '@mantine/hooks';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { openNewAuthorization, navigate, useRoute } from '../../app/route.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAppState, useCommand, useOpenAuthorization } from '../../bridge/hooks.ts';
import { ProductMark } from '../../ui/product-mark.tsx';
import { ToastArea } from '../../ui/toast.tsx';
import { ClientImportNotice } from '../clients/client-import-notice.tsx';
import { CredentialImportNotice } from '../credentials/credential-import-notice.tsx';
import { useClientImport } from '../clients/client-import.tsx';
import { PracticePanel } from '../practice/practice-panel.tsx';
import { ScriptQuestion } from '../scripts/script-question.tsx';
import { CommandMenu } from './command-menu.tsx';
import { DropTarget } from './drop-target.tsx';
import { MainNav } from './main-nav.tsx';
import { SearchTrigger } from './search-trigger.tsx';
import css from './shell.module.css';
import { SheetNotices } from './sheet-notices.tsx';
import { OriginBanner } from './origin-banner.tsx';
import { PendingConsent } from './pending-consent.tsx';
import { PracticeBanner } from './practice-banner.tsx';
import { VaultBadge } from './vault-badge.tsx';

/** Below this width the sidebar is a rail of icons. */
const RAIL_QUERY = '(max-width: 1119px)';

/**
 * The frame: sidebar, sheet, banners, command menu, drop target. On Linux the native frame stays, so the search stands in the
 * sidebar; elsewhere it stands in a strip of 44 px that drags the window.
 */
export function Shell({ children }: { readonly children: ReactNode }) {
  const rail = useMediaQuery(RAIL_QUERY, false, { getInitialValueInEffect: false });
  const { platform, mode } = useAppState();
  const [searching, setSearching] = useState(false);
  const [faultsOpen, setFaultsOpen] = useState(false);
  const closeFaults = useCallback(() => {
    setFaultsOpen(false);
  }, []);
  const main = useRef<HTMLElement>(null);
  useMenuCommands();
  useOpenAuthorization((id) => {
    navigate({ page: 'authorization', id });
  });
  useSearchShortcut(setSearching);
  useFocusOnPageChange(main);

  const strip = platform !== 'linux';
  const search = (
    <SearchTrigger
      iconOnly={rail && !strip}
      strip={strip}
      onOpen={() => {
        setSearching(true);
      }}
    />
  );
  return (
    <div className={css.shell} data-strip={strip || undefined} data-platform={platform}>
      <a
        className={css.skip}
        href="#main"
        onClick={(event) => {
          // The hash belongs to the router.
          event.preventDefault();
          main.current?.focus();
        }}
      >
        Skip to content
      </a>
      {strip && <div className={css.strip}>{search}</div>}
      <aside className={css.sidebar} aria-label="Sidebar">
        <div className={css.brand}>
          <ProductMark />
          <span className={rail ? 'gd-visually-hidden' : css.name}>Grantdesk</span>
        </div>
        {!strip && <div className={css.sideSearch}>{search}</div>}
        <MainNav rail={rail} />
        <VaultBadge rail={rail} />
      </aside>
      <div className={css.sheet}>
        <PracticeBanner
          faultsOpen={faultsOpen}
          onToggleFaults={() => {
            setFaultsOpen((open) => !open);
          }}
        />
        <OriginBanner />
        <PendingConsent />
        <div className={css.body}>
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it */}
          <main className={`gd-scroll ${css.main}`} id="main" ref={main} tabIndex={0}>
            <SheetNotices />
            <ClientImportNotice />
            <CredentialImportNotice />
            {children}
          </main>
          {mode === 'practice' && faultsOpen && <PracticePanel onClose={closeFaults} />}
        </div>
      </div>
      <CommandMenu
        opened={searching}
        onClose={() => {
          setSearching(false);
        }}
      />
      <ScriptQuestion />
      <DropTarget />
      <ToastArea key={mode} />
    </div>
  );
}

function useMenuCommands(): void {
  const bridge = useBridge();
  const { fromFile } = useClientImport();
  useCommand((command) => {
    switch (command) {
      case 'new-authorization':
        openNewAuthorization();
        break;
      case 'import-client':
        navigate({ page: 'clients' });
        void fromFile();
        break;
      case 'settings':
        navigate({ page: 'settings' });
        break;
      case 'lock':
        void bridge.vaultLock();
        break;
    }
  });
}

function useSearchShortcut(setSearching: (update: (open: boolean) => boolean) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      setSearching((open) => !open);
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [setSearching]);
}

/** A new page starts at its title, or at the part its address names, for the reader and for the keyboard; the first page of a start keeps the window's focus. */
function useFocusOnPageChange(main: { readonly current: HTMLElement | null }): void {
  const { page, id } = useRoute();
  const key = `${page}/${id ?? ''}`;
  const before = useRef(key);
  useEffect(() => {
    if (before.current === key) return;
    before.current = key;
    const part = [...(main.current?.querySelectorAll<HTMLElement>('[data-page-part]') ?? [])].find(({ dataset }) => dataset['pagePart'] === id);
    if (part !== undefined) {
      part.scrollIntoView({ block: 'start' });
      part.focus({ preventScroll: true });
      return;
    }
    main.current?.scrollTo?.({ top: 0 });
    const title = main.current?.querySelector<HTMLElement>('[data-page-title]');
    (title ?? main.current)?.focus({ preventScroll: true });
  }, [key, id, main]);
}
