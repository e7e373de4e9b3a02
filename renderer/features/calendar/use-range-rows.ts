import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { run } from '../../bridge/run.ts';
import { RangeLoader, type Shown } from './range-loader.ts';
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
 * @param onShow called before the rows are handed out, so that a view can move to the scene in the same pass
 */
export function useRangeRows(
  authorizationId: string,
  calendarIds: readonly string[],
  scene: Scene | null,
  revision: number,
  onShow: (scene: Scene) => void,
): Shown<Scene> | null {
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

  const key = scene === null ? null : JSON.stringify([authorizationId, calendarIds, scene.view, scene.date, scene.range, scene.zone]);
  const want = useEffectEvent(() => {
    if (scene === null || key === null) return;
    const { from, to } = momentsOf(scene.range, scene.zone);
    loader.current?.want({ key, scene, load: () => run(bridge.calendarEvents({ authorizationId, calendarIds: [...calendarIds], from, to })) }, revision);
  });
  useEffect(() => {
    want();
  }, [key, revision]);
  return shown;
}
