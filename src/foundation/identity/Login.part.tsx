import { useEffect, useState } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import { ApiProblem, requestJson } from '../api/web.ts';
import {
  Form,
  FormActions,
  setLanguage,
  setTheme,
  TextField,
  useLanguage,
  usePageTitle,
  useSay,
  useTheme,
} from '../design-system/web.ts';
import type { WebViewer } from './session.part.tsx';

const WORDS = {
  title: { zh: '登录', en: 'Sign in' },
  product: { zh: '烽燧', en: 'Fengsui' },
  about: { zh: '区级应急指挥平台', en: 'District emergency platform' },
  username: { zh: '用户名', en: 'User name' },
  password: { zh: '口令', en: 'Password' },
  code: { zh: '动态口令', en: 'One-time code' },
  codeHint: { zh: '身份验证器上显示的 6 位数字', en: 'The 6 digits your authenticator shows' },
  dark: { zh: '深色', en: 'Dark' },
  light: { zh: '浅色', en: 'Light' },
  ended: { zh: '会话已结束，请重新登录。', en: 'Your session has ended; please sign in again.' },
} as const satisfies Record<string, Phrase>;

/** Name and password, and the code of an authenticator when the account has one. */
export function Login({ hasEnded, onViewer }: { hasEnded: boolean; onViewer: (viewer: WebViewer) => void }) {
  const say = useSay();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [needsCode, setNeedsCode] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  usePageTitle(say(WORDS.title));
  useEffect(() => {
    void problemOfAddress().then((found) => found && setProblem(found));
  }, []);

  const submit = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const body = { username: username.trim(), password, ...(needsCode ? { code } : {}) };
      onViewer(await requestJson<WebViewer>('/api/session', { method: 'POST', body }));
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      if (error.key === 'session.code_needed') setNeedsCode(true);
      setCode('');
      if (error.key !== 'session.code_needed' || needsCode) setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="entrance">
      <main>
        <header>
          <h1>{say(WORDS.product)}</h1>
          <p className="soft">{say(WORDS.about)}</p>
        </header>
        {hasEnded && !problem && <p role="status">{say(WORDS.ended)}</p>}
        <Form onSubmit={() => void submit()} problem={problem} label={say(WORDS.title)}>
          <TextField
            label={WORDS.username}
            name="username"
            autoComplete="username"
            autoFocus
            isRequired
            value={username}
            onChange={setUsername}
          />
          <TextField
            label={WORDS.password}
            name="password"
            type="password"
            autoComplete="current-password"
            isRequired
            value={password}
            onChange={setPassword}
          />
          {needsCode && (
            <TextField
              label={WORDS.code}
              name="code"
              hint={WORDS.codeHint}
              autoComplete="one-time-code"
              maxLength={6}
              autoFocus
              isRequired
              value={code}
              onChange={setCode}
            />
          )}
          <FormActions submit={WORDS.title} isBusy={isBusy} />
        </Form>
      </main>
      <LookChoices />
    </div>
  );
}

function LookChoices() {
  const say = useSay();
  const language = useLanguage();
  const theme = useTheme();
  return (
    <footer>
      <button
        type="button"
        className="button-bare"
        lang={language === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
      >
        {language === 'zh' ? 'English' : '中文'}
      </button>
      <button type="button" className="button-bare" onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}>
        {say(theme === 'dark' ? WORDS.light : WORDS.dark)}
      </button>
    </footer>
  );
}

/** A central sign-in that failed comes back with the key of the problem; the catalogue is fetched only then. */
async function problemOfAddress(): Promise<ApiProblem | undefined> {
  const key = new URLSearchParams(location.search).get('problem');
  if (!key) return undefined;
  const { PROBLEMS } = await import('../../kernel/problems.ts');
  const known = Object.entries(PROBLEMS).find(([name]) => name === key)?.[1];
  history.replaceState(null, '', location.pathname);
  return known && new ApiProblem({ key, status: known[0], phrase: { zh: known[1], en: known[2] } });
}
