import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useId } from 'react';
import type { AuthorizationDto } from '../../../preload/contract/authorizations.ts';
import { DropScopeButton } from '../../ui/drop-scope-button.tsx';
import { Card } from '../../ui/page.tsx';
import { ScopeRow } from '../../ui/scope-row.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './scope-lists.module.css';

interface GrantedScopesProps {
  readonly authorization: AuthorizationDto;
  readonly onAdd: () => void;
  readonly onDrop: (scope: string) => void;
}

/** What the account allows. Sign-in scopes stand together at the end: without them nobody knows whose authorization it is. */
export function GrantedScopes({ authorization, onAdd, onDrop }: GrantedScopesProps) {
  const id = useId();
  const usable = authorization.granted.filter((one) => !one.signIn);
  const signIn = authorization.granted.filter((one) => one.signIn);
  const revoked = authorization.state === 'revoked';
  return (
    <Section
      title="Granted scopes"
      count={usable.length + (signIn.length > 0 ? 1 : 0)}
      {...(revoked ? { hint: 'until it was revoked' } : {})}
      actions={
        <Button size="sm" leftSection={<Plus size={14} strokeWidth={2} aria-hidden="true" />} onClick={onAdd}>
          Add scopes
        </Button>
      }
    >
      <Card>
        <ul aria-label="Granted scopes" className={revoked ? classes.past : undefined}>
          {usable.map((one, at) => (
            <ScopeRow
              key={one.scope}
              titleId={`${id}-${String(at)}`}
              title={one.title}
              shortName={one.shortName}
              scope={one.scope}
              sensitivity={one.sensitivity}
              confirmed={one.sensitivityConfirmed}
              tag={one.unexpected ? 'Not asked for' : one.adminOnly ? 'Admin only' : null}
            >
              <DropScopeButton
                titleId={`${id}-${String(at)}`}
                onDrop={() => {
                  onDrop(one.scope);
                }}
              />
            </ScopeRow>
          ))}
          {signIn.length > 0 && (
            <ScopeRow
              title="Know which account this is"
              shortName={signIn.map((one) => one.shortName).join('  ')}
              scope={signIn.map((one) => one.scope).join('\n')}
              sensitivity="non-sensitive"
            >
              <span className={classes.kept} title="Without sign-in scopes Grantdesk could not tell whose authorization this is">
                Always kept
              </span>
            </ScopeRow>
          )}
          {authorization.granted.length === 0 && <li className={classes.none}>Nothing is granted.</li>}
        </ul>
      </Card>
    </Section>
  );
}
