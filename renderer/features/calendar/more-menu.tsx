import { ActionIcon, Menu } from '@mantine/core';
import { Ellipsis } from 'lucide-react';
import { memo } from 'react';
import type { ViewSettings } from './view-choice.ts';

export interface MoreActions {
  readonly quickAdd: () => void;
  readonly freeBusy: () => void;
  readonly goToDate: () => void;
  readonly chooseZone: () => void;
  readonly refresh: () => void;
  readonly loadAgain: () => void;
  readonly shortcuts: () => void;
}

/** What the menu switches. */
type Shown = Pick<ViewSettings, 'weekends' | 'showDeclined' | 'showCancelled' | 'change'>;

/** Everything that is not needed every day. */
export const MoreMenu = memo(function MoreMenu({ weekends, showDeclined, showCancelled, change, actions }: Shown & { readonly actions: MoreActions }) {
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <ActionIcon aria-label="More">
          <Ellipsis size={17} strokeWidth={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={actions.quickAdd}>Quick add</Menu.Item>
        <Menu.Item onClick={actions.freeBusy}>Free/busy</Menu.Item>
        <Menu.Item onClick={actions.goToDate}>Go to date</Menu.Item>
        <Menu.Item onClick={actions.chooseZone}>Time zone</Menu.Item>
        <Menu.Divider />
        <Menu.CheckboxItem
          checked={weekends}
          onChange={() => {
            change({ weekends: !weekends });
          }}
        >
          Show weekends
        </Menu.CheckboxItem>
        <Menu.CheckboxItem
          checked={showDeclined}
          onChange={() => {
            change({ showDeclined: !showDeclined });
          }}
        >
          Show declined events
        </Menu.CheckboxItem>
        <Menu.CheckboxItem
          checked={showCancelled}
          onChange={() => {
            change({ showCancelled: !showCancelled });
          }}
        >
          Show cancelled events
        </Menu.CheckboxItem>
        <Menu.Divider />
        <Menu.Item onClick={actions.refresh}>Refresh</Menu.Item>
        <Menu.Item onClick={actions.loadAgain}>Load everything again</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={actions.shortcuts}>Keyboard shortcuts</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
});
