import { useCallback, useEffect, useRef, useState } from 'react';
import type { Phrase } from '../../../kernel/phrases.ts';
import { ApiProblem, isPassing, requestJson } from '../../api/web.ts';
import { Form, FormActions, go, TextField, usePageTitle, useSay } from '../../design-system/web.ts';
import type { WebViewer } from '../session.part.tsx';

const WORDS = {
  title: { zh: '打开大屏', en: 'Open the wall' },
  product: { zh: '烽燧 · 大屏', en: 'Fengsui · wall' },
  how: {
    zh: '在值班台「大屏」页面生成一次性代码，输入后本机只显示、不能办理。',
    en: 'Make a one-time code on the page “Walls” of the duty desk; with it this machine shows and does nothing.',
  },
  code: { zh: '一次性代码', en: 'One-time code' },
  hint: { zh: '8 位字母和数字，例如 K7PQ-3M8T', en: '8 letters and digits, such as K7PQ-3M8T' },
  ended: { zh: '大屏会话已结束，请输入新的代码。', en: 'The session of the wall has ended; enter a new code.' },
  password: { zh: '改用账号登录', en: 'Sign in by an account' },
} as const satisfies Record<string, Phrase>;

const AGAIN_MS = 3000;

/** The machine behind the wall: no name and no password, a code that works once, typed or come with the link. */
export function WallEntry({ hasEnded, onViewer }: { hasEnded: boolean; onViewer: (viewer: WebViewer) => void }) {
  const say = useSay();
  const [code, setCode] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  usePageTitle(say(WORDS.title));

  const enter = useCallback(
    async (typed: string) => {
      setBusy(true);
      setProblem(undefined);
      for (;;) {
        try {
          const body = { code: typed };
          const answer = await requestJson<{ opens: string; viewer: WebViewer }>('/api/session/wall', {
            method: 'POST',
            body,
          });
          go(answer.opens, { replaces: true });
          return onViewer(answer.viewer);
        } catch (error) {
          if (!(error instanceof ApiProblem)) throw error;
          // A link opened while the server starts waits for it: nobody stands at the wall to press again.
          if (!isPassing(error)) {
            setProblem(error);
            setBusy(false);
            return;
          }
          await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
        }
      }
    },
    [onViewer],
  );
  const hasTried = useRef(false);
  useEffect(() => {
    const given = new URLSearchParams(location.hash.slice(1)).get('code');
    if (!given || hasTried.current) return;
    hasTried.current = true;
    // After `#` it went to no server and into no log; it leaves the address bar, too.
    history.replaceState(history.state, '', location.pathname);
    void enter(given);
  }, [enter]);

  return (
    <div className="entrance entrance-wall">
      <main>
        <header>
          <h1>{say(WORDS.product)}</h1>
          <p className="soft">{say(WORDS.how)}</p>
        </header>
        {hasEnded && !problem && <p role="status">{say(WORDS.ended)}</p>}
        <Form onSubmit={() => void enter(code)} problem={problem} label={say(WORDS.title)}>
          <TextField
            label={WORDS.code}
            name="code"
            hint={WORDS.hint}
            autoComplete="off"
            autoFocus
            isRequired
            maxLength={20}
            value={code}
            onChange={setCode}
          />
          <FormActions submit={WORDS.title} isBusy={isBusy} />
        </Form>
        <p>
          <a href="/">{say(WORDS.password)}</a>
        </p>
      </main>
    </div>
  );
}
