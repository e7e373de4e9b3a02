import { Button } from '@mantine/core';
import { KeyRound, Lock } from 'lucide-react';
import type { ApiMethodDto } from '../../../../preload/contract/apis.ts';
import { Chip } from '../../../ui/chip.tsx';
import { Notice, ProblemNotice } from '../../../ui/notice.tsx';
import { EffectChip, VerbChip } from './effect-chip.tsx';
import css from './method-head.module.css';

interface MethodHeadProps {
  readonly method: ApiMethodDto;
  /** Null when the way out is offered elsewhere already. */
  readonly onGrant: (() => void) | null;
}

/** What the method is: verb, address, effect, words, and what opens it. */
export function MethodHead({ method, onGrant }: MethodHeadProps) {
  return (
    <div className={css.head}>
      <p className={css.address}>
        <VerbChip verb={method.httpMethod} effect={method.effect} />
        <span className="gd-mono">{method.path}</span>
      </p>
      <div className={css.facts}>
        <EffectChip effect={method.effect} />
        {method.ready ? (
          <Chip tone="ok">Ready</Chip>
        ) : (
          <Chip icon={Lock} dashed>
            Locked
          </Chip>
        )}
        {method.deprecated && <Chip tone="warn">Deprecated</Chip>}
        {method.scopes.length > 0 && (
          <details className={css.scopes}>
            <summary>{method.scopes.length === 1 ? 'One scope opens it' : `Any one of ${method.scopes.length} scopes opens it`}</summary>
            <ul>
              {method.scopes.map(({ scope, shortName, title }) => (
                <li key={scope}>
                  <span className="gd-mono">{shortName}</span> {title}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
      {method.description !== null && <p className={css.about}>{method.description}</p>}
      {method.unsupported !== null && <ProblemNotice problem={method.unsupported} tone="info" role="note" />}
      {!method.ready && onGrant !== null && <Locked method={method} onGrant={onGrant} />}
    </div>
  );
}

function Locked({ method: { opensWith }, onGrant }: { readonly method: ApiMethodDto; readonly onGrant: () => void }) {
  if (opensWith === null) {
    return (
      <Notice tone="info" role="note" title="This account’s grant does not open the method.">
        No scope is known that would. Google’s answer may say more.
      </Notice>
    );
  }
  return (
    <Notice
      tone="info"
      role="note"
      title={
        <>
          Opens with <span className="gd-mono">{opensWith.shortName}</span>
        </>
      }
      action={
        <Button size="sm" variant="light" leftSection={<KeyRound size={14} strokeWidth={1.75} aria-hidden="true" />} onClick={onGrant}>
          Grant scope and retry
        </Button>
      }
    >
      {opensWith.title}. It is the narrowest scope that does. The call is sent once you have consented.
    </Notice>
  );
}
