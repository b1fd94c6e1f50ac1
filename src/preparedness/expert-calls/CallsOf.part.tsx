import { useState } from 'react';
import { useView } from '../../foundation/api/web.ts';
import { Button, Dialog, Section, Shown, useMay, useSay } from '../../foundation/design-system/web.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { CallEntry } from './CallEntry.part.tsx';
import { CallExperts, type Purpose, type Subject } from './CallExperts.part.tsx';
import type { list } from './expert-calls.views.ts';

const WORDS = {
  title: { zh: '专家', en: 'Experts' },
  call: { zh: '邀请专家', en: 'Call experts' },
  none: { zh: '未邀请专家', en: 'No expert was called' },
} as const satisfies Record<string, Phrase>;

/** 专家邀请和意见 of one matter, with the button to call some. */
export function CallsOfSubject({ subject, purpose, isOpen }: { subject: Subject; purpose: Purpose; isOpen: boolean }) {
  const say = useSay();
  const may = useMay();
  const [isCalling, setCalling] = useState(false);
  return (
    <Section
      id="experts"
      title={WORDS.title}
      aside={isOpen && may('expert_call.make') && <Button onClick={() => setCalling(true)}>{say(WORDS.call)}</Button>}
    >
      <Calls input={{ subject }} />
      <Dialog title={say(WORDS.call)} size="wide" isOpen={isCalling} onClose={() => setCalling(false)}>
        {isCalling && <CallExperts subject={subject} purpose={purpose} onDone={() => setCalling(false)} />}
      </Dialog>
    </Section>
  );
}

/** Calls with their advice, newest first. */
export function Calls({ input }: { input: { subject: Subject } | { expertId: string } | { isMine: true } }) {
  const say = useSay();
  const view = useView<typeof list>('expertCalls.list', input);
  return (
    <Shown of={view} rows={2}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="quiet">{say(WORDS.none)}</p>
        ) : (
          items.map((call) => <CallEntry key={call.id} call={call} />)
        )
      }
    </Shown>
  );
}
