import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { KeyHint } from '../../ui/key-hint.tsx';
import { readDate } from './event/times.ts';
import css from './page-dialogs.module.css';
import { SHORTCUTS } from './use-shortcuts.ts';
import { ownZone, type ViewSettings } from './view-choice.ts';

export type PageDialog = 'go-to-date' | 'zone' | 'shortcuts' | null;

interface PageDialogsProps {
  readonly dialog: PageDialog;
  readonly settings: ViewSettings;
  /** Zone of Calendar's settings. */
  readonly calendarZone: string;
  readonly onDate: (date: string) => void;
  readonly onClose: () => void;
}

/** The small windows of the page itself: a date to go to, the time zone, the keys. */
export function PageDialogs({ dialog, settings, calendarZone, onDate, onClose }: PageDialogsProps) {
  return (
    <>
      <Modal opened={dialog === 'go-to-date'} onClose={onClose} title="Go to date" size={340}>
        <GoToDate
          today={settings.today}
          onDate={(date) => {
            onClose();
            onDate(date);
          }}
        />
      </Modal>
      <Modal opened={dialog === 'zone'} onClose={onClose} title="Time zone" size={420}>
        <ZoneChoice settings={settings} calendarZone={calendarZone} onClose={onClose} />
      </Modal>
      <Modal opened={dialog === 'shortcuts'} onClose={onClose} title="Keyboard shortcuts" size={340}>
        <dl className={css.keys}>
          {SHORTCUTS.map(([keys, what]) => (
            <div key={keys} className={css.key}>
              <dt>{what}</dt>
              <dd>
                <KeyHint keys={keys} />
                <span className="gd-visually-hidden">{keys}</span>
              </dd>
            </div>
          ))}
        </dl>
      </Modal>
    </>
  );
}

function GoToDate({ today, onDate }: { readonly today: string; readonly onDate: (date: string) => void }) {
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  return (
    <form
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const date = readDate(typed, today);
        setWrong(date === null);
        if (date !== null) onDate(date);
      }}
    >
      <TextInput
        data-autofocus
        label="Date"
        description="Such as 24 Nov, 24/11/2026 or 2026-11-24"
        value={typed}
        error={wrong ? 'That is no date.' : null}
        errorProps={{ role: 'alert' }}
        maxLength={40}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setWrong(false);
        }}
      />
      <Button type="submit" variant="filled">
        Go
      </Button>
    </form>
  );
}

function ZoneChoice({ settings, calendarZone, onClose }: { readonly settings: ViewSettings; readonly calendarZone: string; readonly onClose: () => void }) {
  const zones = useMemo(() => [...new Set([settings.zone, calendarZone, ownZone(), 'UTC', ...Intl.supportedValuesOf('timeZone')])].sort(), [settings.zone, calendarZone]);
  const own = ownZone();
  return (
    <div className={css.form}>
      <Select
        data-autofocus
        label="Time zone"
        description="All times on this page are shown in it. Events keep their own."
        searchable
        // The list would cover the buttons below as soon as the window opens.
        openOnFocus={false}
        data={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        value={settings.zone}
        limit={60}
        maxDropdownHeight={260}
        nothingFoundMessage="No zone by that name"
        onChange={(zone) => {
          if (zone === null) return;
          settings.chooseZone(zone === calendarZone ? null : zone);
          onClose();
        }}
      />
      <p className="gd-meta">
        Calendar’s settings say {calendarZone.replaceAll('_', ' ')}
        {own === calendarZone ? ', and so does this computer.' : `; this computer is in ${own.replaceAll('_', ' ')}.`}
      </p>
      <div className={css.ways}>
        {settings.zone !== calendarZone && (
          <Button
            size="sm"
            onClick={() => {
              settings.chooseZone(null);
              onClose();
            }}
          >
            Use Calendar’s
          </Button>
        )}
        {settings.zone !== own && own !== calendarZone && (
          <Button
            size="sm"
            onClick={() => {
              settings.chooseZone(own);
              onClose();
            }}
          >
            Use this computer’s
          </Button>
        )}
      </div>
    </div>
  );
}
