import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ExplanationDto } from '../../../preload/contract/calls.ts';
import type { GroupLoadDto, GroupSaveDto } from '../../../preload/contract/groups.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { fakeAppState, fakeAuthorization, okay, refused } from '../../bridge/fake-bridge.ts';
import type { SaveRequest } from './desk-state.ts';
import { openLoaded, openPage, type OpenedPage } from './testing/open-page.tsx';
import { group } from './testing/samples.ts';

const SETTINGS = 'https://www.googleapis.com/auth/apps.groups.settings';
const missing: ExplanationDto = { code: 'scope-missing', title: 'The account did not allow this.', meaning: 'It needs apps.groups.settings.', remedies: [{ kind: 'grant-scope', scopes: [SETTINGS] }] };

type User = OpenedPage['user'];

const saved = (over: Readonly<Record<string, string>>, rest: Partial<Extract<GroupSaveDto, { outcome: 'saved' }>> = {}): GroupSaveDto => ({ outcome: 'saved', group: group(over), ignored: [], moved: [], snapshotId: 's1', ...rest });

async function narrowReading(user: User): Promise<void> {
  screen.getByRole('slider', { name: 'Who can post' }).focus();
  await user.keyboard('{ArrowLeft}');
}

async function review(user: User): Promise<HTMLElement> {
  await user.click(screen.getByRole('button', { name: 'Review changes' }));
  return screen.findByRole('dialog', { name: 'Review changes' });
}

describe('loading', () => {
  it('checks the address before anything is sent', async () => {
    const { bridge, user } = await openPage();
    await user.type(screen.getByRole('textbox', { name: 'Group email' }), 'choir');
    await user.click(screen.getByRole('button', { name: 'Load settings' }));
    expect(screen.getByRole('textbox', { name: 'Group email' })).toBeInvalid();
    expect(bridge.inputs('loadGroup')).toEqual([]);
  });

  it('shows every setting under its label, with its field and value in words', async () => {
    const { bridge } = await openLoaded();
    expect(bridge.inputs('loadGroup')).toMatchObject([{ authorizationId: 'authorization-1', groupEmail: 'choir@harbor.example' }]);
    expect(screen.getByRole('slider', { name: 'Who can post' })).toHaveAttribute('aria-valuetext', 'Organisation');
    expect(screen.getByRole('switch', { name: 'Conversation history' })).toBeChecked();
    expect(screen.getByRole('combobox', { name: 'Post replies to' })).toHaveValue('The group');
    expect(screen.getByRole('textbox', { name: 'Group name' })).toHaveValue('Harbor choir');
    expect(screen.getByText('whoCanPostMessage')).toBeInTheDocument();
  });

  it('waits with a way out, and says when it was taken', async () => {
    let answer: (result: Result<GroupLoadDto>) => void = () => undefined;
    const { bridge, user } = await openPage((one) => one.answer('loadGroup', () => new Promise((resolve) => (answer = resolve))));
    await user.type(screen.getByRole('textbox', { name: 'Group email' }), 'choir@harbor.example{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Cancel' }));
    const [call] = bridge.inputs('loadGroup') as [{ callId: string }];
    expect(bridge.inputs('cancelCall')).toEqual([{ callId: call.callId }]);
    await act(async () => {
      answer(okay({ outcome: 'cancelled' }));
      await Promise.resolve();
    });
    expect(await screen.findByText('Loading choir@harbor.example was cancelled')).toBeInTheDocument();
  });

  it('says what a refusal means and leads to the scope', async () => {
    const { user } = await openPage((one) => one.answer('loadGroup', async () => okay({ outcome: 'refused', explanation: missing })));
    await user.type(screen.getByRole('textbox', { name: 'Group email' }), 'choir@harbor.example{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('The account did not allow this.');
    await user.click(screen.getByRole('button', { name: 'Grant scope and retry' }));
    expect(await screen.findByRole('button', { name: 'Continue in app window' })).toBeInTheDocument();
  });

  it('says when the call could not be made, and tries again', async () => {
    const { bridge, user } = await openPage((one) => one.answer('loadGroup', async () => refused('sign-in-needed', 'The sign-in has ended.')));
    await user.type(screen.getByRole('textbox', { name: 'Group email' }), 'choir@harbor.example{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('The sign-in has ended.');
    bridge.answer('loadGroup', async () => okay({ outcome: 'loaded', group: group() }));
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { name: 'Harbor choir' })).toBeInTheDocument();
  });

  it('offers addresses loaded before, and forgets them', async () => {
    const { bridge, user } = await openPage((one) => {
      one.answer('rememberedGroups', async () => okay(['rota@harbor.example', 'staff@harbor.example']));
      one.answer('forgetGroup', async () => okay(null));
    });
    await user.click(await screen.findByRole('button', { name: 'Forget staff@harbor.example' }));
    await waitFor(() => {
      expect(screen.queryByRole('button', { name: 'staff@harbor.example' })).toBeNull();
    });
    await user.click(screen.getByRole('button', { name: 'rota@harbor.example' }));
    expect(bridge.inputs('loadGroup')).toMatchObject([{ groupEmail: 'rota@harbor.example' }]);
  });
});

describe('what is not known', () => {
  it('keeps an unknown value of a known field and marks it', async () => {
    const { user } = await openLoaded((one) => one.answer('loadGroup', async () => okay({ outcome: 'loaded', group: group({ whoCanViewGroup: 'ROBOTS_CAN_VIEW', isArchived: 'maybe' }) })));
    const list = screen.getByRole('combobox', { name: 'Who can view conversations' });
    expect(list).toHaveValue('ROBOTS_CAN_VIEW (unknown)');
    expect(screen.getByRole('combobox', { name: 'Conversation history' })).toHaveValue('maybe (unknown)');
    await user.click(list);
    await user.click(await screen.findByRole('option', { name: /^Members/ }));
    await user.click(list);
    expect(await screen.findByRole('option', { name: /ROBOTS_CAN_VIEW/ })).toBeInTheDocument();
  });

  it('shows unknown fields and values that are no text, and has no control for them', async () => {
    const { user } = await openPage((one) => one.answer('loadGroup', async () => okay({ outcome: 'loaded', group: group({ whoCanDance: 'ALL', name: '{"a":1}' }, { notText: ['name', 'maxMessageBytes'] }) })));
    await user.type(screen.getByRole('textbox', { name: 'Group email' }), 'choir@harbor.example{Enter}');
    const table = await screen.findByRole('table', { name: 'Not known to Grantdesk' });
    expect(within(table).getByRole('row', { name: 'whoCanDance ALL' })).toBeInTheDocument();
    expect(within(table).getByRole('row', { name: 'name {"a":1}' })).toBeInTheDocument();
    expect(screen.queryByRole('textbox', { name: 'Group name' })).toBeNull();
  });

  it('shows a text of megabytes by its beginning, and leaves it alone', async () => {
    const { user } = await openLoaded((one) => one.answer('loadGroup', async () => okay({ outcome: 'loaded', group: group({ description: 'la '.repeat(3_500_000), whoCanViewGroup: 'X'.repeat(1_000_000) }) })));
    expect(screen.queryByRole('textbox', { name: 'Group description' })).toBeNull();
    expect(screen.getByText('too long to edit')).toBeInTheDocument();
    await user.click(screen.getByRole('switch', { name: 'Email footer' }));
    expect(screen.getByText('1 change, not saved yet')).toBeInTheDocument();
  });

  it('shows a group of which next to nothing came', async () => {
    const { user } = await openPage((one) => one.answer('loadGroup', async () => okay({ outcome: 'loaded', group: { email: 'choir@harbor.example', values: {}, notText: [], loadedAt: Date.now() } })));
    await user.type(screen.getByRole('textbox', { name: 'Group email' }), 'choir@harbor.example{Enter}');
    expect(await screen.findByRole('heading', { name: 'choir@harbor.example' })).toBeInTheDocument();
    expect(screen.getByRole('combobox', { name: 'Who can post' })).toHaveAttribute('placeholder', 'Not sent by Google');
    expect(within(screen.getByRole('row', { name: /^Owner/ })).getAllByText('Not known')).toHaveLength(5);
  });

  it('points from deprecated fields to what decides now', async () => {
    const { user } = await openLoaded();
    await user.click(screen.getByText('Deprecated settings'));
    const table = screen.getByRole('table', { name: 'Deprecated settings' });
    expect(within(table).getByRole('row', { name: 'whoCanApproveMembers ALL_MANAGERS_CAN_APPROVE Who can manage members whoCanModerateMembers' })).toBeInTheDocument();
    expect(within(table).queryByRole('textbox')).toBeNull();
  });
});

describe('editing', () => {
  it('follows the edit in the picture, and takes it back', async () => {
    const { user } = await openLoaded();
    const sentence = screen.getByRole('status', { name: 'In words' });
    expect(sentence).toHaveTextContent('Anyone finds it, the organisation joins and posts, only members read and see the members.');
    await narrowReading(user);
    expect(sentence).toHaveTextContent('Anyone finds it, the organisation joins, only members post, read and see the members.');
    expect(within(screen.getByRole('row', { name: /^Domain/ })).getByText('was yes')).toBeInTheDocument();
    expect(screen.getByText('1 change, not saved yet')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Discard' }));
    expect(screen.getByText('1 change discarded')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Bring back' }));
    expect(screen.getByRole('slider', { name: 'Who can post' })).toHaveAttribute('aria-valuetext', 'Members');
  });

  it('finds settings by field and by value', async () => {
    const { user } = await openLoaded();
    await user.type(screen.getByRole('searchbox', { name: 'Search settings' }), 'footer');
    expect(screen.getByRole('switch', { name: 'Email footer' })).toBeInTheDocument();
    expect(screen.queryByRole('slider', { name: 'Who can post' })).toBeNull();
    await user.type(screen.getByRole('searchbox', { name: 'Search settings' }), 'zzz');
    await user.click(screen.getByRole('button', { name: 'Show all' }));
    expect(screen.getByRole('slider', { name: 'Who can post' })).toBeInTheDocument();
  });

  it('keeps unsaved edits while another group is looked at', async () => {
    const { user } = await openLoaded();
    await narrowReading(user);
    const box = screen.getByRole('textbox', { name: 'Group email' });
    await user.clear(box);
    await user.type(box, 'rota@harbor.example{Enter}');
    await screen.findByText('rota@harbor.example', { selector: '.gd-meta span' });
    expect(screen.queryByText('1 change, not saved yet')).toBeNull();
    await user.clear(box);
    await user.type(box, 'choir@harbor.example{Enter}');
    expect(await screen.findByText('1 change, not saved yet')).toBeInTheDocument();
  });
});

describe('saving', () => {
  it('reviews, sends only what changed, and puts it back with Undo', async () => {
    const { bridge, user } = await openLoaded((one) => one.answer('saveGroup', async ({ changes }) => okay(saved(changes))));
    await narrowReading(user);
    const dialog = await review(user);
    expect(dialog).toHaveTextContent('1 setting of choir@harbor.example');
    expect(within(dialog).getByRole('listitem')).toHaveTextContent('Who can postwhoCanPostMessage');
    expect(dialog).toHaveTextContent('From Organisation to Members');
    expect(dialog).toHaveTextContent('Colleagues who are not members can no longer post.');
    await user.click(within(dialog).getByRole('button', { name: 'Save changes' }));
    expect(bridge.inputs('saveGroup')).toMatchObject([
      { groupEmail: 'choir@harbor.example', changes: { whoCanPostMessage: 'ALL_MEMBERS_CAN_POST' }, before: { whoCanPostMessage: 'ALL_IN_DOMAIN_CAN_POST' } },
    ]);
    expect(await screen.findByText('Saved 1 setting of choir@harbor.example')).toBeInTheDocument();
    await waitFor(() => {
      expect(screen.queryByText('1 change, not saved yet')).toBeNull();
    });
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(bridge.inputs('saveGroup')[1]).toMatchObject({ changes: { whoCanPostMessage: 'ALL_IN_DOMAIN_CAN_POST' }, before: { whoCanPostMessage: 'ALL_MEMBERS_CAN_POST' } });
    expect(await screen.findByText('Put back 1 setting of choir@harbor.example')).toBeInTheDocument();
    expect(screen.getByRole('slider', { name: 'Who can post' })).toHaveAttribute('aria-valuetext', 'Organisation');
  });

  it('names what Google ignored and what it changed by itself', async () => {
    const { user } = await openLoaded((one) =>
      one.answer('saveGroup', async () =>
        okay(
          saved(
            { whoCanContactOwner: 'ALL_MEMBERS_CAN_CONTACT' },
            {
              ignored: [{ field: 'whoCanPostMessage', before: 'ALL_IN_DOMAIN_CAN_POST', sent: 'ALL_MEMBERS_CAN_POST', now: 'ALL_IN_DOMAIN_CAN_POST' }],
              moved: [{ field: 'whoCanContactOwner', before: 'ALL_IN_DOMAIN_CAN_CONTACT', sent: null, now: 'ALL_MEMBERS_CAN_CONTACT' }],
            },
          ),
        ),
      ),
    );
    await narrowReading(user);
    await user.click(within(await review(user)).getByRole('button', { name: 'Save changes' }));
    expect(await screen.findByRole('list', { name: 'Google did not take as sent' })).toHaveTextContent('sent Members, stays Organisation');
    expect(screen.getByRole('list', { name: 'Google changed by itself' })).toHaveTextContent('was Organisation, is Members');
  });

  it('keeps Save closed while a pair is impossible, and offers the mend', async () => {
    const { bridge, user } = await openLoaded((one) => one.answer('saveGroup', async ({ changes }) => okay(saved(changes))));
    await user.click(screen.getByRole('switch', { name: 'Archive only' }));
    const dialog = await review(user);
    expect(within(dialog).getByRole('button', { name: 'Save changes' })).toBeDisabled();
    await user.click(within(dialog).getByRole('button', { name: 'Let nobody post' }));
    await user.click(within(dialog).getByRole('button', { name: 'Save changes' }));
    expect(bridge.inputs('saveGroup')).toMatchObject([{ changes: { archiveOnly: 'true', whoCanPostMessage: 'NONE_CAN_POST' } }]);
  });

  it('warns when something opens to outsiders, and takes one change back', async () => {
    const { user } = await openLoaded();
    screen.getByRole('slider', { name: 'Who can post' }).focus();
    await user.keyboard('{End}');
    const dialog = await review(user);
    expect(dialog).toHaveTextContent('People outside harbor.example can now post.');
    await user.click(within(dialog).getByRole('button', { name: 'Take back Who can post' }));
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull();
    });
    expect(screen.queryByText(/not saved yet/)).toBeNull();
  });

  it('says whose values changed meanwhile, and lets theirs stand', async () => {
    const { bridge, user } = await openLoaded((one) =>
      one.answer('saveGroup', async () =>
        okay({
          outcome: 'changed-meanwhile',
          group: group({ whoCanPostMessage: 'ALL_MANAGERS_CAN_POST' }),
          fields: [{ field: 'whoCanPostMessage', before: 'ALL_IN_DOMAIN_CAN_POST', sent: 'ALL_MEMBERS_CAN_POST', now: 'ALL_MANAGERS_CAN_POST' }],
        }),
      ),
    );
    await narrowReading(user);
    await user.click(within(await review(user)).getByRole('button', { name: 'Save changes' }));
    expect(await screen.findByRole('list', { name: 'Changed meanwhile' })).toHaveTextContent('was Organisation, now Managers, yours Members');
    await user.click(screen.getByRole('button', { name: 'Go on with mine' }));
    bridge.answer('saveGroup', async ({ changes }) => okay(saved(changes)));
    await user.click(within(await screen.findByRole('dialog', { name: 'Review changes' })).getByRole('button', { name: 'Save changes' }));
    expect(bridge.inputs('saveGroup')[1]).toMatchObject({ changes: { whoCanPostMessage: 'ALL_MEMBERS_CAN_POST' }, before: { whoCanPostMessage: 'ALL_MANAGERS_CAN_POST' } });
  });

  it('takes theirs', async () => {
    const { user } = await openLoaded((one) =>
      one.answer('saveGroup', async () =>
        okay({ outcome: 'changed-meanwhile', group: group({ whoCanPostMessage: 'ALL_MANAGERS_CAN_POST' }), fields: [{ field: 'whoCanPostMessage', before: 'ALL_IN_DOMAIN_CAN_POST', sent: 'ALL_MEMBERS_CAN_POST', now: 'ALL_MANAGERS_CAN_POST' }] }),
      ),
    );
    await narrowReading(user);
    await user.click(within(await review(user)).getByRole('button', { name: 'Save changes' }));
    await user.click(await screen.findByRole('button', { name: 'Take theirs' }));
    expect(screen.getByRole('slider', { name: 'Who can post' })).toHaveAttribute('aria-valuetext', 'Managers');
    expect(screen.queryByText(/not saved yet/)).toBeNull();
    expect(screen.queryByRole('list', { name: 'Changed meanwhile' })).toBeNull();
  });

  it('says honestly that a save is not confirmed, and keeps the edits', async () => {
    const { user } = await openLoaded((one) => one.answer('saveGroup', async () => okay({ outcome: 'unconfirmed', explanation: { code: 'network', title: 'No connection.', meaning: 'Google could not be reached.', remedies: [] }, snapshotId: 's1' })));
    await narrowReading(user);
    await user.click(within(await review(user)).getByRole('button', { name: 'Save changes' }));
    expect(await screen.findByText('Sent to choir@harbor.example, but not confirmed')).toBeInTheDocument();
    expect(screen.getByText('1 change, not saved yet')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Load again' }));
    await waitFor(() => {
      expect(screen.queryByText(/but not confirmed/)).toBeNull();
    });
  });

  it('offers to undo it once the group was read again, where it took', async () => {
    const { bridge, user } = await openLoaded((one) => one.answer('saveGroup', async () => okay({ outcome: 'unconfirmed', explanation: { code: 'network', title: 'No connection.', meaning: 'Google could not be reached.', remedies: [] }, snapshotId: 's1' })));
    await narrowReading(user);
    await user.click(within(await review(user)).getByRole('button', { name: 'Save changes' }));
    await screen.findByText('Sent to choir@harbor.example, but not confirmed');
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    const sent = bridge.inputs('saveGroup')[0] as SaveRequest;
    bridge.answer('loadGroup', async () => okay({ outcome: 'loaded', group: group(sent.changes) }));
    await user.click(screen.getByRole('button', { name: 'Load again' }));
    expect(await screen.findByText('Saved 1 setting of choir@harbor.example')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(bridge.inputs('saveGroup')[1]).toMatchObject({ changes: sent.before, before: sent.changes });
  });

  it('has nothing to undo where the group reads as before, or is another one', async () => {
    const { bridge, user } = await openLoaded((one) => one.answer('saveGroup', async () => okay({ outcome: 'unconfirmed', explanation: { code: 'network', title: 'No connection.', meaning: 'Google could not be reached.', remedies: [] }, snapshotId: 's1' })));
    await narrowReading(user);
    const save = async () => user.click(within(await review(user)).getByRole('button', { name: 'Save changes' }));
    await save();
    await user.click(await screen.findByRole('button', { name: 'Load again' }));
    expect(await screen.findByText('Google took the request and changed nothing of choir@harbor.example')).toBeInTheDocument();
    expect(screen.getByText('1 change, not saved yet')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    await save();
    await screen.findByText('Sent to choir@harbor.example, but not confirmed');
    bridge.answer('loadGroup', async () => okay({ outcome: 'loaded', group: group({ email: 'rota@harbor.example' }, { email: 'rota@harbor.example' }) }));
    await user.click(screen.getByRole('button', { name: 'Load again' }));
    await waitFor(() => {
      expect(screen.queryByText(/but not confirmed/)).toBeNull();
    });
    expect(screen.queryByText(/of choir@harbor.example/)).toBeNull();
  });

  it('loses nothing when Google refuses', async () => {
    const { user } = await openLoaded((one) => one.answer('saveGroup', async () => okay({ outcome: 'refused', explanation: missing })));
    await narrowReading(user);
    await user.click(within(await review(user)).getByRole('button', { name: 'Save changes' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The account did not allow this.');
    expect(screen.getByText('1 change, not saved yet')).toBeInTheDocument();
  });
});

it('drops the desk of an account that is forgotten, also when the account comes back', async () => {
  const { bridge, user } = await openLoaded();
  await narrowReading(user);
  for (const authorizations of [[], [fakeAuthorization()]]) {
    await act(async () => {
      bridge.emit({ type: 'authorizations', authorizations });
      await Promise.resolve();
    });
  }
  expect(await screen.findByRole('textbox', { name: 'Group email' })).toHaveValue('');
  expect(screen.queryByRole('table', { name: 'Who can do what' })).toBeNull();
});

it('drops everything of the desk when the vault is locked', async () => {
  const { bridge, user } = await openLoaded();
  await narrowReading(user);
  const app = fakeAppState();
  await act(async () => {
    bridge.emit({ type: 'app-state', state: { ...app, vault: { ...app.vault, state: 'locked' } } });
    await Promise.resolve();
  });
  await act(async () => {
    bridge.emit({ type: 'app-state', state: app });
    await Promise.resolve();
  });
  await waitFor(() => {
    expect(screen.getByRole('textbox', { name: 'Group email' })).toHaveValue('');
  });
});
