import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { run } from '../../bridge/run.ts';
import { RangeLoader, type Shown, type Wanted } from './range-loader.ts';
import { momentsOf, type CalendarView, type DateRange } from './view-dates.ts';

/** What a grid draws: a view, where it stands, and its days. */
export interface Scene {
  readonly view: Exclude<CalendarView, 'agenda'>;
  /** The date to go to: inside the range, in a month view inside the month. */
  readonly date: string;
  readonly range: DateRange;
  readonly zone: string;
}

/**
 * The rows of the days a grid shows, read again when events changed (`revision`).
 * @param scene null reads nothing (another view is open)
 * @param next scenes a step away, read in a quiet moment
 * @param onShow called before the rows are handed out, so that a view can move to the scene in the same pass
 * @returns `redrawn` is to be called when the view moved an event by itself
 */
export function useRangeRows(
  authorizationId: string,
  calendarIds: readonly string[],
  scene: Scene | null,
  next: readonly Scene[],
  revision: number,
  onShow: (scene: Scene) => void,
): { readonly shown: Shown<Scene> | null; readonly redrawn: () => void } {
  const bridge = useBridge();
  const [shown, setShown] = useState<Shown<Scene> | null>(null);
  const loader = useRef<RangeLoader<Scene> | null>(null);
  const show = useEffectEvent((state: Shown<Scene>) => {
    onShow(state.scene);
    setShown(state);
  });

  useEffect(() => {
    const made = new RangeLoader<Scene>((state) => {
      show(state);
    });
    loader.current = made;
    return () => {
      made.close();
      loader.current = null;
    };
  }, []);

  const keyOf = (of: Scene): string => JSON.stringify([authorizationId, calendarIds, of.view, of.date, of.range, of.zone]);
  const wanted = (of: Scene): Wanted<Scene> => ({
    key: keyOf(of),
    scene: of,
    load: () => run(bridge.calendarEvents({ authorizationId, calendarIds: [...calendarIds], ...momentsOf(of.range, of.zone) })),
  });
  const key = scene === null ? null : keyOf(scene);
  const want = useEffectEvent(() => {
    if (scene !== null) loader.current?.want(wanted(scene), revision, next.map(wanted));
  });
  useEffect(() => {
    want();
  }, [key, revision]);
  const redrawn = useCallback(() => loader.current?.redrawn(), []);
  return { shown, redrawn };
}
