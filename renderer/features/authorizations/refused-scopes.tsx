import { Button } from '@mantine/core';
import { MessageCircle } from 'lucide-react';
import type { AuthorizationDto } from '../../../preload/contract/authorizations.ts';
import { ScopeRow } from '../../ui/scope-row.tsx';
import { Section } from '../../ui/section.tsx';

interface RefusedScopesProps {
  readonly authorization: AuthorizationDto;
  readonly onAskAgain: () => void;
}

/** What was asked for and not granted: open places, not errors. */
export function RefusedScopes({ authorization, onAskAgain }: RefusedScopesProps) {
  const { refused } = authorization;
  if (refused.length === 0) return null;
  return (
    <Section
      title="Refused scopes"
      count={refused.length}
      hint={refused.length === 1 ? 'Not allowed: calls that need it fail' : 'Not allowed: calls that need them fail'}
      actions={
        <Button size="sm" variant="light" leftSection={<MessageCircle size={14} strokeWidth={1.75} aria-hidden="true" />} onClick={onAskAgain}>
          Ask again
        </Button>
      }
    >
      <ul aria-label="Refused scopes">
        {refused.map((one) => (
          <ScopeRow
            key={one.scope}
            open
            title={one.title}
            shortName={one.shortName}
            scope={one.scope}
            sensitivity={one.sensitivity}
            confirmed={one.sensitivityConfirmed}
            tag={one.adminOnly ? 'Admin only' : null}
            note={one.detail}
          />
        ))}
      </ul>
    </Section>
  );
}
