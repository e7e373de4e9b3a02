import { Button } from '@mantine/core';
import { ExternalLink } from 'lucide-react';

import { useEffect, useRef } from 'react';
import { useBridge } from '../../../bridge/bridge-provider.tsx';
import { useAction } from '../../../bridge/hooks.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { ProblemNotice } from '../../../ui/notice.tsx';
import css from './link-question.module.css';
import { isOpenable, linkTarget } from './link-target.ts';

interface LinkQuestionProps {
  readonly authorizationId: string;
  readonly calendarId: string;
  readonly eventId: string;
  readonly url: string;
  readonly onClose: () => void;
}

/** Before a link of an event is opened: where it leads, by the host that is really asked. */
export function LinkQuestion({ authorizationId, calendarId, eventId, url, onClose }: LinkQuestionProps) {
  const bridge = useBridge();
  const { busy, problem, start } = useAction();
  const target = linkTarget(url);
  const openable = isOpenable(url);
  const answer = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The question was asked for by a press: its answer is the next thing to press.
    answer.current?.focus();
    answer.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const open = async (): Promise<void> => {
    const opened = await start(() => bridge.openEventLink({ authorizationId, calendarId, eventId, url }));
    if (opened.ok) onClose();
  };
  return (
    <div className={css.question} role="group" aria-label="Open a link">
      <p>
        {target === null || target.kind === 'web' ? (
          <>
            This link leads to <strong>{target?.host ?? 'an unknown place'}</strong>
            {openable ? ', in the browser.' : '. Grantdesk opens only https addresses without a user name; copy it to look at it yourself.'}
          </>
        ) : target.kind === 'mail' ? (
          <>
            This is a mail address: <strong>{target.address}</strong>
          </>
        ) : (
          <>
            This is a phone number: <strong>{target.number}</strong>
          </>
        )}
      </p>
      <p className={`gd-mono ${css.url}`}>{url}</p>
      {problem !== null && <ProblemNotice problem={problem} />}
      <div className={css.buttons}>
        <CopyButton text={target?.kind === 'mail' ? target.address : target?.kind === 'phone' ? target.number : url} label="Copy it" word />
        <Button variant="subtle" color="gray" ref={openable ? null : answer} onClick={onClose}>
          {openable ? 'Cancel' : 'Close'}
        </Button>
        {openable && target?.kind === 'web' && (
          <Button
            variant="light"
            leftSection={<ExternalLink size={14} strokeWidth={1.75} aria-hidden="true" />}
            loading={busy}
            ref={answer}
            onClick={() => void open()}
          >
            Open {target.host}
          </Button>
        )}
      </div>
    </div>
  );
}
