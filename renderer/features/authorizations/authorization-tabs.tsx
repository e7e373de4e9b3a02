import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { navigate, useRoute } from '../../app/route.ts';
import classes from './authorization-tabs.module.css';

/** Parts of an authorization's page, in order; the key stands in the address. */
const TABS = { overview: 'Overview', reach: 'What it can do', narrower: 'Narrower', consents: 'Consents' } as const;
type AuthorizationTab = keyof typeof TABS;
const ORDER = Object.keys(TABS) as AuthorizationTab[];

interface AuthorizationTabsProps {
  readonly id: string;
  readonly panels: Readonly<Record<AuthorizationTab, ReactNode>>;
}

/** Which part is shown is part of the address: it survives a reload, and Back goes to the one before. */
export function AuthorizationTabs({ id, panels }: AuthorizationTabsProps) {
  const { tab } = useRoute();
  const shown = ORDER.find((one) => one === tab) ?? 'overview';
  return (
    <Tabs
      value={shown}
      keepMounted={false}
      onChange={(next) => {
        navigate({ page: 'authorization', id, tab: next === 'overview' ? null : next });
      }}
      classNames={{ list: classes.list ?? '', tab: classes.tab ?? '', panel: classes.panel ?? '' }}
    >
      <Tabs.List aria-label="Parts of this authorization">
        {ORDER.map((one) => (
          <Tabs.Tab key={one} value={one}>
            {TABS[one]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {ORDER.map((one) => (
        <Tabs.Panel key={one} value={one}>
          {panels[one]}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
