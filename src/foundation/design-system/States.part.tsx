import { Component, type ReactNode, useEffect, useState } from 'react';
import { showTime } from '../../kernel/calendar.ts';
import type { Phrase } from '../../kernel/phrases.ts';
import { type ApiProblem, serverNow, type ViewState } from '../api/web.ts';
import { useSay } from './language.ts';

const WORDS = {
  loading: { zh: '正在读取', en: 'Loading' },
  asOf: { zh: '数据截至 {at}，正在重连', en: 'As of {at}; reconnecting' },
  offline: { zh: '未能连接服务器，正在重连', en: 'The server is not reached; reconnecting' },
  again: { zh: '重试', en: 'Try again' },
  refused: { zh: '您无权查看', en: 'You may not see this' },
  missing: { zh: '没有找到', en: 'Not found' },
  failed: { zh: '没有成功', en: 'This did not work' },
  broken: { zh: '页面出错', en: 'The page failed' },
  brokenHint: {
    zh: '请刷新页面；您已提交的内容不受影响。',
    en: 'Please reload the page; what you have submitted is safe.',
  },
  reload: { zh: '刷新页面', en: 'Reload' },
} as const satisfies Record<string, Phrase>;

/** A centred message in place of content: what is (not) there, and what to do first. */
export function Notice({ title, hint, action }: { title: string; hint?: string | undefined; action?: ReactNode }) {
  return (
    <div className="notice">
      <p className="notice-title">{title}</p>
      {hint && <p className="notice-hint">{hint}</p>}
      {action}
    </div>
  );
}

export interface EmptyWords {
  readonly title: Phrase;
  /** What to do first. */
  readonly hint?: Phrase;
  readonly action?: ReactNode;
}

export function Empty({ title, hint, action }: EmptyWords) {
  const say = useSay();
  return <Notice title={say(title)} hint={hint && say(hint)} action={action} />;
}

const LINES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** Grey lines (twelve at most), but only after 300 ms: what comes faster should not flicker. */
export function Skeleton({ rows = 6 }: { rows?: number }) {
  const say = useSay();
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="skeleton" role="status" aria-busy="true">
      <span className="unseen">{say(WORDS.loading)}</span>
      {isShown && LINES.slice(0, rows).map((line) => <i key={line} />)}
    </div>
  );
}

/** Why something cannot be shown: which right is missing and who gives it stand in the problem's words. */
export function Refusal({ problem, again }: { problem: ApiProblem; again?: () => void }) {
  const say = useSay();
  const title = problem.status === 403 ? WORDS.refused : problem.status === 404 ? WORDS.missing : WORDS.failed;
  return (
    <div role="alert">
      <Notice
        title={say(title)}
        hint={say(problem.phrase)}
        action={
          again && problem.status !== 403 && problem.status !== 404 ? (
            <button type="button" className="button" onClick={again}>
              {say(WORDS.again)}
            </button>
          ) : undefined
        }
      />
    </div>
  );
}

/** «数据截至 10:41，正在重连»: what is shown may be old. */
export function StaleNote({ asOf }: { asOf: Date | undefined }) {
  const say = useSay();
  return (
    <p className="stale-note" role="status">
      {asOf ? say(WORDS.asOf, { at: showTime(asOf, serverNow()) }) : say(WORDS.offline)}
    </p>
  );
}

/** Shows a view's answer, or the state it is in: loading, refused, offline, stale. */
export function Shown<Output>({
  of: view,
  rows,
  children,
}: {
  of: ViewState<Output>;
  /** Lines of the skeleton. */
  rows?: number;
  children: (data: Output) => ReactNode;
}) {
  if (view.data !== undefined && (!view.problem || view.isOffline)) {
    return (
      <>
        {view.isOffline && <StaleNote asOf={view.asOf} />}
        {children(view.data)}
      </>
    );
  }
  if (view.problem) return <Refusal problem={view.problem} again={view.refresh} />;
  if (view.isOffline) return <StaleNote asOf={undefined} />;
  return <Skeleton {...(rows ? { rows } : {})} />;
}

function Broken() {
  const say = useSay();
  return (
    <div role="alert">
      <Notice
        title={say(WORDS.broken)}
        hint={say(WORDS.brokenHint)}
        action={
          <button type="button" className="button" onClick={() => location.reload()}>
            {say(WORDS.reload)}
          </button>
        }
      />
    </div>
  );
}

/** A screen that fails leaves the others standing. `resetKey`: a new one (the next address) tries again. */
export class Fence extends Component<{ children: ReactNode; resetKey: string }, { failedAt: string | undefined }> {
  override state: { failedAt: string | undefined } = { failedAt: undefined };

  static getDerivedStateFromError() {
    return { failedAt: '' };
  }
  override componentDidCatch() {
    this.setState({ failedAt: this.props.resetKey });
  }
  override componentDidUpdate() {
    const { failedAt } = this.state;
    if (failedAt !== undefined && failedAt !== '' && failedAt !== this.props.resetKey) {
      this.setState({ failedAt: undefined });
    }
  }
  override render() {
    return this.state.failedAt === undefined ? this.props.children : <Broken />;
  }
}
