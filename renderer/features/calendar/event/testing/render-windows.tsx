import { vi, type Mock } from 'vitest';
import { act } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import type { CalendarStateDto, EventDetailDto, EventWrite, EventWriteResultDto } from '../../../../../preload/contract/calendar.ts';
import { renderPage } from '../../../../app/render-page.tsx';
import { fakeAuthorization, fakeBridge, okay, type FakeBridge } from '../../../../bridge/fake-bridge.ts';
import { ToastArea } from '../../../../ui/toast.tsx';
import type { WaitingCall } from '../../../consent/consent-run.ts';
import { useEventWindows, type EventWindows } from '../use-event-windows.tsx';
import { detailOf, rowOf, stateOf } from './samples.ts';

interface World {
  readonly calendar?: CalendarStateDto;
  readonly detail?: EventDetailDto;
  readonly zone?: string;
  /** Something else lies above the windows. */
  readonly covered?: boolean;
  /** Answers of writeEvent, one after the other; the last one stays. Done with an undo by default. */
  readonly answers?: readonly EventWriteResultDto[];
  readonly prepare?: (bridge: FakeBridge) => void;
}

interface Rendered {
  readonly user: UserEvent;
  readonly bridge: FakeBridge;
  readonly windows: () => EventWindows;
  readonly onGrant: Mock<(scopes: readonly string[], call: WaitingCall) => void>;
  /** Every write sent so far. */
  readonly writes: () => readonly EventWrite[];
}

export function done(over: Partial<Extract<EventWriteResultDto, { outcome: 'done' }>> = {}): EventWriteResultDto {
  return { outcome: 'done', event: rowOf(), undoId: 'u1', ignored: [], ...over };
}

/** The windows alone, on a bridge in memory, as the page would hold them. */
export async function renderWindows(world: World = {}): Promise<Rendered> {
  const bridge = fakeBridge({ authorizations: [fakeAuthorization()] });
  const answers = [...(world.answers ?? [])];
  bridge.answer('calendarEvent', async () => okay(world.detail ?? detailOf()));
  bridge.answer('writeEvent', async () => okay((answers.length > 1 ? answers.shift() : answers[0]) ?? done()));
  bridge.answer('cancelCall', async () => okay(null));
  world.prepare?.(bridge);
  const onGrant = vi.fn<(scopes: readonly string[], call: WaitingCall) => void>();
  let windows: EventWindows | null = null;

  function Page() {
    const made = useEventWindows({
      authorization: fakeAuthorization(),
      calendar: world.calendar ?? stateOf(),
      zone: world.zone ?? 'Europe/London',
      covered: world.covered ?? false,
      onGrant,
      onRemedy: () => undefined,
    });
     
    windows = made;
    return (
      <>
        <button type="button">Somewhere</button>
        {made.element}
        <ToastArea />
      </>
    );
  }
  const user = await renderPage(<Page />, bridge);
  return {
    user,
    bridge,
    onGrant,
    windows() {
      if (windows === null) throw new Error('not drawn yet');
      return windows;
    },
    writes: () => bridge.inputs('writeEvent').map((input) => (input as { readonly write: EventWrite }).write),
  };
}

/** Opens something as a view would, and lets the answers arrive. */
export async function press(open: () => void): Promise<void> {
  await act(async () => {
    open();
    await Promise.resolve();
  });
}
