import type { CalendarRef } from '@fullcalendar/react';
import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import type { AuthorizationDto } from '../../../preload/contract/authorizations.ts';
import type { CalendarStateDto, EditedTime, EventRowDto } from '../../../preload/contract/calendar.ts';
import type { RemedyDto } from '../../../preload/contract/calls.ts';
import { ProblemNotice } from '../../ui/notice.tsx';
import type { Mending } from '../consent/use-mend.tsx';
import { AgendaView } from './agenda-view.tsx';
import { CalendarFrame } from './calendar-frame.tsx';
import css from './calendar-frame.module.css';
import { CalendarPane } from './calendar-pane.tsx';
import { ConflictsButton } from './conflicts-button.tsx';
import { useEventWindows } from './event/use-event-windows.tsx';
import { GridView, showScene } from './grid-view.tsx';
import { MoreMenu } from './more-menu.tsx';
import { ListProblem, NoReadScope } from './no-read-scope.tsx';
import { PageDialogs, type PageDialog } from './page-dialogs.tsx';
import { SearchView } from './search-view.tsx';
import { SyncStrip } from './sync-status.tsx';
import { Toolbar } from './toolbar.tsx';
import { useBoardData } from './use-board-data.ts';
import type { CalendarAccess } from './use-calendar.ts';
import type { Scene } from './use-range-rows.ts';
import { useSearch } from './use-search.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useStable } from './use-stable.ts';
import { useViewSettings } from './view-choice.ts';
import { rangeOf, stepped, titleOf, type CalendarView } from './view-dates.ts';

interface CalendarBoardProps {
  readonly authorization: AuthorizationDto;
  readonly account: ReactNode;
  readonly access: CalendarAccess;
  readonly state: CalendarStateDto;
  readonly mending: Mending;
  readonly narrow: boolean;
  readonly drawer: boolean;
  readonly onDrawer: (open: boolean) => void;
}

/** An account's calendar once main has told what it holds: pane, toolbar, and the chosen view. */
export function CalendarBoard({ authorization, account, access, state, mending, narrow, drawer, onDrawer }: CalendarBoardProps) {
  const { weekStart, format24Hour, timeZone } = state.preferences;
  const settings = useViewSettings(authorization.id, state.preferences);
  const { view, date, today, zone, change } = settings;
  const calendarRef = useRef<CalendarRef>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const [dialog, setDialog] = useState<PageDialog>(null);
  // The agenda says which date is at its top; steps go on from there, without moving the list meanwhile.
  const [top, setTop] = useState<string | null>(null);
  const [visit, setVisit] = useState(0);

  const onRemedy = (remedy: RemedyDto): void => {
    mending.mend(remedy, () => access.sync(false), { kind: 'calendar-read' });
  };
  const windows = useEventWindows({
    authorization,
    calendar: state,
    zone,
    covered: mending.open,
    onGrant: (scopes, call) => {
      mending.mend({ kind: 'grant-scope', scopes }, () => undefined, call);
    },
    onRemedy,
  });
  const onShow = useCallback((scene: Scene) => {
    showScene(calendarRef.current, scene);
  }, []);
  const data = useBoardData(authorization.id, state, settings, onShow);
  const search = useSearch(authorization.id, data.ticked);

  const here = view === 'agenda' && top !== null ? top : date;
  const goTo = (to: string, next: CalendarView = view): void => {
    search.type('');
    change({ date: to === today ? null : to, view: next });
    setVisit((count) => count + 1);
    if (narrow) onDrawer(false);
  };
  const actions = useStable({
    goTo,
    today: () => {
      goTo(today);
    },
    step: (direction: 1 | -1) => {
      goTo(stepped(view, here, direction));
    },
    view: (next: CalendarView) => {
      goTo(here, next);
    },
    search: () => {
      searchField.current?.focus();
    },
    create: () => {
      windows.newEvent();
    },
    goToDate: () => {
      setDialog('go-to-date');
    },
    help: () => {
      setDialog('shortcuts');
    },
    zone: () => {
      setDialog('zone');
    },
    select: (calendarId: string, selected: boolean) => {
      data.select(access.select)(calendarId, selected);
    },
    open: windows.openEvent,
    move: (row: EventRowDto, start: EditedTime, end: EditedTime) => {
      data.redrawn();
      return windows.move(row, start, end);
    },
    createAt: windows.newEvent,
    quickAdd: windows.quickAdd,
    freeBusy: () => {
      windows.freeBusy(here);
    },
    refresh: () => {
      access.sync(false);
    },
    loadAgain: () => {
      access.sync(true);
    },
    change,
    openDay: (day: string) => {
      goTo(day, 'day');
    },
  });
  useShortcuts(actions);
  const gridActions = useMemo(() => ({ open: actions.open, move: actions.move, create: actions.createAt, openDay: actions.openDay }), [actions]);
  const moreActions = useMemo(() => ({ ...actions, chooseZone: actions.zone, shortcuts: actions.help }), [actions]);
  const range = useMemo(() => (view === 'month' ? null : rangeOf(view, here, weekStart)), [view, here, weekStart]);

  const searching = search.query.trim() !== '';
  const { shown } = data;
  return (
    <CalendarFrame
      narrow={narrow}
      opened={drawer}
      onClose={() => {
        onDrawer(false);
      }}
      side={
        <CalendarPane
          account={account}
          authorization={authorization}
          state={data.state}
          settings={settings}
          range={range}
          onDate={actions.goTo}
          onSelect={actions.select}
          onZone={actions.zone}
        />
      }
    >
      <Toolbar
        title={titleOf(view, here, weekStart)}
        view={view}
        search={search}
        searchField={searchField}
        onView={actions.view}
        onToday={actions.today}
        onStep={actions.step}
        onNew={actions.create}
        onPane={
          narrow
            ? () => {
                onDrawer(true);
              }
            : null
        }
      >
        <ConflictsButton conflicts={data.conflicts} zone={zone} today={today} format24Hour={format24Hour} onOpen={actions.open} />
        <MoreMenu weekends={settings.weekends} showDeclined={settings.showDeclined} showCancelled={settings.showCancelled} change={actions.change} actions={moreActions} />
      </Toolbar>
      <SyncStrip state={state} onCancel={access.cancel} onRemedy={onRemedy} />
      <ListProblem state={state} onRemedy={onRemedy} />
      {[access.problem, mending.problem, shown?.problem ?? null].map(
        (problem, at) =>
          problem !== null && (
            <div key={at} className={css.notices}>
              <ProblemNotice problem={problem} />
            </div>
          ),
      )}
      {!state.can.read ? (
        <NoReadScope state={state} onRemedy={onRemedy} />
      ) : searching ? (
        <SearchView search={search} zone={zone} today={today} format24Hour={format24Hour} calendars={data.calendars} hues={data.hues} onOpen={actions.open} onRemedy={onRemedy} />
      ) : view === 'agenda' ? (
        <AgendaView
          filter={data.agendaFilter}
          revision={state.revision}
          date={date}
          visit={visit}
          today={today}
          format24Hour={format24Hour}
          calendars={data.calendars}
          hues={data.hues}
          onOpen={actions.open}
          onTop={setTop}
        />
      ) : (
        shown !== null && (
          <GridView
            calendarRef={calendarRef}
            scene={shown.scene}
            events={data.events}
            weekStart={weekStart}
            weekends={settings.weekends}
            format24Hour={format24Hour}
            actions={gridActions}
          />
        )
      )}
      <PageDialogs
        dialog={dialog}
        settings={settings}
        calendarZone={timeZone}
        onDate={goTo}
        onClose={() => {
          setDialog(null);
        }}
      />
      {windows.element}
    </CalendarFrame>
  );
}
