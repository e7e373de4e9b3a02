import type { ApiMethodDto } from '../../../preload/contract/apis.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { valuesOf, type Draft } from './desk/draft.ts';

interface SendQuestionProps {
  readonly opened: boolean;
  readonly method: ApiMethodDto;
  readonly draft: Draft;
  readonly email: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks once before a call that takes something away for good or decides who else gets in, and names what it is about. */
export function SendQuestion({ opened, method, draft, email, onConfirm, onCancel }: SendQuestionProps) {
  const shares = method.effect === 'share';
  const about = method.parameters.flatMap(({ name, location }) => (location === 'path' ? valuesOf(draft, name).map((value) => ({ name, value })) : []));
  return (
    <ConfirmDialog opened={opened} title={shares ? 'Change who has access?' : 'Delete this?'} confirm={shares ? 'Change access' : 'Send the delete'} danger onConfirm={onConfirm} onCancel={onCancel}>
      <p>
        <span className="gd-mono">{method.id}</span>{' '}
        {shares ? 'decides who else can see or change things' : 'takes something away, and Google may keep no copy of it'}. It is sent to Google as {email}.
      </p>
      {about.length > 0 && (
        <ul>
          {about.map(({ name, value }) => (
            <li key={`${name} ${value}`} className="gd-mono">
              {name} = {value}
            </li>
          ))}
        </ul>
      )}
    </ConfirmDialog>
  );
}
