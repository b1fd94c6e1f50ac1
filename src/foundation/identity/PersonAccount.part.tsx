import { useState } from 'react';
import { useCommand, useView } from '../api/web.ts';
import {
  Button,
  CheckField,
  Dialog,
  Form,
  FormActions,
  Go,
  go,
  Section,
  Shown,
  TextField,
  useMay,
  useSay,
} from '../design-system/web.ts';
import { account as register } from './account.register.ts';
import { AccountState, ProofTags } from './account-states.part.tsx';
import type { open } from './accounts.commands.ts';
import type { list } from './accounts.views.ts';

const WORDS = {
  none: { zh: '未开通账号，不能登录。', en: 'Has no account and cannot sign in.' },
  open: { zh: '开通账号', en: 'Open an account' },
  hint: { zh: '2–40 个字母、数字或 . _ @ -', en: '2–40 letters, digits or . _ @ -' },
} as const;

interface Props {
  readonly personId: string;
  readonly personName: string;
}

/** On a person's page: the account they sign in with, or the way to open one. */
export default function PersonAccount({ personId, personName }: Props) {
  const say = useSay();
  const may = useMay();
  const [isOpening, setOpening] = useState(false);
  const view = useView<typeof list>('accounts.list', { personId });
  return (
    <Section title={register.label}>
      <Shown of={view} rows={1}>
        {({ items: [account] }) =>
          account ? (
            <p className="row">
              <Go to={`/accounts/${account.id}`}>{account.username}</Go>
              <AccountState state={account.state} />
              <ProofTags of={account} />
            </p>
          ) : (
            <div className="row">
              <span className="soft">{say(WORDS.none)}</span>
              {may('account.keep') && <Button onClick={() => setOpening(true)}>{say(WORDS.open)}</Button>}
            </div>
          )
        }
      </Shown>
      <Dialog title={`${say(WORDS.open)} · ${personName}`} isOpen={isOpening} onClose={() => setOpening(false)}>
        <Open personId={personId} onClose={() => setOpening(false)} />
      </Dialog>
    </Section>
  );
}

function Open({ personId, onClose }: { personId: string; onClose: () => void }) {
  const opening = useCommand<typeof open>('accounts.open');
  const [username, setUsername] = useState('');
  const [mayLink, setMayLink] = useState(false);
  const send = async () => {
    const answer = await opening.run({ personId, username, mayLink });
    if (!answer) return;
    onClose();
    // The first password is set there.
    go(`/accounts/${answer.id}`);
  };
  return (
    <Form onSubmit={() => void send()} problem={opening.problem} isWaiting={opening.isWaiting}>
      <TextField
        label={register.fields.username.label}
        name="username"
        hint={WORDS.hint}
        isRequired
        autoFocus
        maxLength={40}
        value={username}
        onChange={setUsername}
      />
      <CheckField label={register.fields.mayLink.label} name="mayLink" isChecked={mayLink} onChange={setMayLink} />
      <FormActions submit={WORDS.open} isBusy={opening.isRunning} onCancel={onClose} />
    </Form>
  );
}
