import { useEffect, useEffectEvent, useState } from 'react';
import type { AppEvent } from '../../../preload/contract/bridge.ts';
import type { ScriptQuestionDto, ScriptsDto } from '../../../preload/contract/scripts.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAppState } from '../../bridge/hooks.ts';
import { run } from '../../bridge/run.ts';
import { useLoaded, type Loaded } from '../../bridge/use-loaded.ts';

/** What main says of programs and the command; asked for again whenever that changes. */
export function useScripts(): Loaded<ScriptsDto> {
  const bridge = useBridge();
  const { mode, settings } = useAppState();
  const [round, setRound] = useState(0);
  useEvent((event) => {
    if (event.type === 'scripts') setRound((before) => before + 1);
  });
  return useLoaded(`${mode} ${String(settings.letScripts)} ${String(round)}`, () => bridge.scripts());
}

/** The program that waits for the user's word; null when none does. */
export function useScriptQuestion(): ScriptQuestionDto | null {
  const bridge = useBridge();
  const [question, setQuestion] = useState<ScriptQuestionDto | null>(null);
  const [told, setTold] = useState(false);
  useEvent((event) => {
    if (event.type !== 'script-question') return;
    setTold(true);
    setQuestion(event.question);
  });
  // One may have been asked before this window was there; an event that came meanwhile is newer.
  const first = useEffectEvent((asked: ScriptQuestionDto | null) => {
    if (!told) setQuestion(asked);
  });
  useEffect(() => {
    void run(bridge.scriptQuestion()).then((answer) => {
      if (answer.ok) first(answer.value);
    });
  }, [bridge]);
  return question;
}

function useEvent(listener: (event: AppEvent) => void): void {
  const bridge = useBridge();
  const onEvent = useEffectEvent(listener);
  useEffect(
    () =>
      bridge.onEvent((event) => {
        onEvent(event);
      }),
    [bridge],
  );
}
