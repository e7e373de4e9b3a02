import { Anchor, Button, CloseButton, Progress, Select } from '@mantine/core';
import { useState } from 'react';
import { CLIENT_UNNAMED, type CredentialImportDto, type ImportedCredentialDto } from '../../../preload/contract/credentials.ts';
import type { ErrorDto } from '../../../preload/contract/result.ts';
import { hashOf } from '../../app/route.ts';
import { useClients } from '../../bridge/hooks.ts';
import { NoticePlace } from '../../ui/notice-place.tsx';
import { Notice, ProblemNotice } from '../../ui/notice.tsx';
import { StateChip } from '../../ui/state-chip.tsx';
import { useCredentialImport, type ImportProgress } from './credential-import.tsx';
import css from './credential-import-notice.module.css';
import { formatWords, importTitle, outcomeWords } from './import-words.ts';

/** How an import goes, what it brought, or why the file was not taken. */
export function CredentialImportNotice() {
  const { busy, progress, result, problem, cancel } = useCredentialImport();
  if (busy && progress !== null) return <Running progress={progress} onCancel={cancel} />;
  if (problem !== null) return <Refused problem={problem} />;
  return result === null ? null : <Brought result={result} />;
}

function Running({ progress: { done, total }, onCancel }: { readonly progress: ImportProgress; readonly onCancel: () => void }) {
  return (
    <NoticePlace>
      <Notice
        tone="info"
        title={`Asking Google about ${String(total)} credentials`}
        action={
          <Button size="sm" onClick={onCancel}>
            Cancel
          </Button>
        }
      >
        <Progress value={(100 * done) / total} aria-label={`${String(done)} of ${String(total)} asked`} />
      </Notice>
    </NoticePlace>
  );
}

function Refused({ problem }: { readonly problem: ErrorDto }) {
  const { fromFile, dismiss } = useCredentialImport();
  const clients = useClients();
  const choose = problem.code === CLIENT_UNNAMED && clients.length > 1;
  return (
    <NoticePlace>
      <ProblemNotice
        problem={problem}
        action={
          <div className={css.buttons}>
            {choose ? (
              <ChooseClient />
            ) : (
              <Button size="sm" onClick={() => void fromFile()}>
                Choose another file
              </Button>
            )}
            <CloseButton aria-label="Dismiss" size={28} onClick={dismiss} />
          </div>
        }
      />
    </NoticePlace>
  );
}

function ChooseClient() {
  const { again } = useCredentialImport();
  const clients = useClients();
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <>
      <Select
        aria-label="Client of the file"
        placeholder="Choose its client"
        size="sm"
        data={clients.map(({ id, label, clientId }) => ({ value: id, label: `${label} · ${clientId.split('-')[0] ?? ''}` }))}
        value={chosen}
        onChange={setChosen}
      />
      <Button
        size="sm"
        disabled={chosen === null}
        onClick={() => {
          if (chosen !== null) void again(chosen);
        }}
      >
        Import with it
      </Button>
    </>
  );
}

function Brought({ result }: { readonly result: CredentialImportDto }) {
  const { dismiss } = useCredentialImport();
  const { imported, skipped } = result;
  const fine = skipped.length === 0 && imported.length > 0 && imported.every(({ state }) => state === 'active');
  return (
    <NoticePlace>
      <Notice tone={fine ? 'ok' : 'warn'} title={importTitle(result)} action={<CloseButton aria-label="Dismiss" size={28} onClick={dismiss} />}>
        <p>It is {formatWords(result.format)}. The file itself was left as it is, with its tokens in the clear.</p>
        <ul className={css.list} aria-label="Imported credentials">
          {imported.map((one) => (
            <Imported key={one.authorizationId} one={one} />
          ))}
        </ul>
        {skipped.map(({ message, hint }) => (
          <p key={message}>
            {message} {hint}
          </p>
        ))}
      </Notice>
    </NoticePlace>
  );
}

function Imported({ one }: { readonly one: ImportedCredentialDto }) {
  return (
    <li className={css.one}>
      <StateChip state={one.state} />
      <span>
        <Anchor underline="always" href={hashOf({ page: 'authorization', id: one.authorizationId })}>{one.email}</Anchor> · {one.clientLabel}
        <span className={css.notice}>{outcomeWords(one)}</span>
        {one.notices.map(({ code, message, hint }) => (
          <span key={code} className={css.notice}>
            {message} {hint}
          </span>
        ))}
      </span>
    </li>
  );
}
