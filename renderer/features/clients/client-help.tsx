import { Button } from '@mantine/core';
import { ExternalLink } from 'lucide-react';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAction } from '../../bridge/hooks.ts';
import { ProblemNotice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import css from './client-help.module.css';
import { CreatePicture, DownloadPicture, HandOverPicture } from './client-help-pictures.tsx';

const STEPS = [
  {
    title: 'Create an OAuth client ID',
    text: 'In the Cloud console open Credentials, choose Create credentials, OAuth client ID, then the type Desktop app.',
    picture: <CreatePicture />,
  },
  {
    title: 'Download the JSON',
    text: 'The console shows the client secret only now, so download the file before you close the window.',
    picture: <DownloadPicture />,
  },
  {
    title: 'Hand it over',
    text: 'Import the file, drop it anywhere on this window, or paste its text. The secret goes into the vault.',
    picture: <HandOverPicture />,
  },
] as const;

/** How to come by a client file, in three pictures; open while there is none, folded away after. */
export function ClientHelp({ open }: { readonly open: boolean }) {
  const bridge = useBridge();
  const { problem, start } = useAction();
  const body = (
    <div className={css.body}>
      <ol className={css.steps}>
        {STEPS.map(({ title, text, picture }, at) => (
          <li key={title} className={css.step}>
            {picture}
            <h3 className={css.title}>
              <span className={css.number} aria-hidden="true">
                {at + 1}
              </span>
              {title}
            </h3>
            <p className={css.text}>{text}</p>
          </li>
        ))}
      </ol>
      <div className={css.foot}>
        <Button
          rightSection={<ExternalLink size={14} strokeWidth={1.75} />}
          onClick={() => void start(() => bridge.openLink({ link: 'cloud-console-credentials' }))}
        >
          Open the Cloud console
        </Button>
        <span className="gd-meta">in your browser</span>
      </div>
      {problem !== null && <ProblemNotice problem={problem} />}
    </div>
  );
  if (open) return <Section title="How to get a client file">{body}</Section>;
  return (
    <details className={css.fold}>
      <summary className="gd-section-title">How to get a client file</summary>
      {body}
    </details>
  );
}
