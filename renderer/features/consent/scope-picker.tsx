import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useClients } from '../../bridge/hooks.ts';
import type { WaitingCall } from './consent-run.ts';
import { NoClient } from './no-client.tsx';
import { PickerForm } from './picker-form.tsx';
import type { PickerRequest } from './picker-request.ts';
import { aboutWords, PICKER_TITLE } from './picker-words.ts';
import classes from './scope-picker.module.css';

interface ScopePickerProps {
  /** Null: closed. */
  readonly request: PickerRequest | null;
  /** A test call to carry out once consent gave what it lacked. */
  readonly call?: WaitingCall | null;
  readonly onClose: () => void;
}

/** Choosing scopes, the one step in front of every consent. Goes to the waiting page by itself once an attempt began. */
export function ScopePicker({ request, call = null, onClose }: ScopePickerProps) {
  return (
    <Modal.Root
      opened={request !== null}
      onClose={onClose}
      size={900}
      // Above the window it may have been asked for from, below what drops down in itself.
      zIndex={250}
      radius={14}
      padding={0}
      yOffset={24}
      centered
      classNames={{ content: classes.content ?? '' }}
      transitionProps={{ transition: 'fade-up', duration: 220 }}
    >
      <Modal.Overlay className={classes.overlay} color="var(--gd-scrim)" backgroundOpacity={1} />
      {/* What was ticked belongs to one opening: the content goes when the dialog closes. */}
      {request !== null && <PickerContent request={request} call={call} onClose={onClose} />}
    </Modal.Root>
  );
}

interface PickerContentProps {
  readonly request: PickerRequest;
  readonly call: WaitingCall | null;
  readonly onClose: () => void;
}

function PickerContent({ request, call, onClose }: PickerContentProps) {
  const clients = useClients();
  const [first, ...others] = request.purpose === 'new' ? clients : clients.filter((one) => one.id === request.authorization.client.id);
  return (
    <Modal.Content>
      <div className={classes.dialog}>
        {first === undefined ? (
          <>
            <PickerHeader>{aboutWords(request)}</PickerHeader>
            <NoClient removed={request.purpose === 'new' ? null : request.authorization.client.label} onCancel={onClose} />
          </>
        ) : (
          <PickerForm request={request} clients={[first, ...others]} call={call} header={(about) => <PickerHeader>{about}</PickerHeader>} onClose={onClose} />
        )}
      </div>
    </Modal.Content>
  );
}

function PickerHeader({ children }: { readonly children: ReactNode }) {
  return (
    <div className={classes.header}>
      <div>
        <Modal.Title className={classes.title ?? ''}>{PICKER_TITLE}</Modal.Title>
        <p className={classes.about}>{children}</p>
      </div>
      <Modal.CloseButton aria-label="Close" className={classes.close ?? ''} />
    </div>
  );
}
