import { useEffect, useRef, useState } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import { ApiProblem, requestJson, setUnlock } from '../api/web.ts';
import { Button, Dialog, Form, FormActions, LockIcon, TextField, useSay } from '../design-system/web.ts';
import type { WebViewer } from './session.part.tsx';

const WORDS = {
  locked: { zh: '已锁定：仍可查看，办理前请重新验证。', en: 'Locked: you may look; to act, show again who you are.' },
  title: { zh: '重新验证 {name}', en: 'Confirm that you are {name}' },
  password: { zh: '口令', en: 'Password' },
  code: { zh: '动态口令', en: 'One-time code' },
  unlock: { zh: '验证', en: 'Confirm' },
} as const satisfies Record<string, Phrase>;

/** Shared by all tabs: who works in one is not idle in another. */
const ACTIVE_KEY = 'fengsui.active';
const NOTE_MS = 10_000;
const LOOK_MS = 5_000;
/** A person who only reads is not idle, but the server hears nothing of it: it is told now and then. */
const TELL_MS = 4 * 60_000;

/**
 * After the idle time a bar says that acting needs a new proof; what is shown stays readable, because a duty console must.
 * A command that meets the lock (423) opens the same dialog and goes on afterwards.
 */
export function IdleLock({ viewer }: { viewer: WebViewer }) {
  const say = useSay();
  const [isLocked, setLocked] = useState(viewer.isLocked);
  const [isAsking, setAsking] = useState(false);
  const waiting = useRef<((isUnlocked: boolean) => void)[]>([]);
  useIdle(viewer.idleLockMinutes, () => setLocked(true));

  useEffect(
    () =>
      setUnlock(() => {
        setLocked(true);
        setAsking(true);
        return new Promise((resolve) => waiting.current.push(resolve));
      }),
    [],
  );
  const settle = (isUnlocked: boolean) => {
    setAsking(false);
    if (isUnlocked) setLocked(false);
    for (const resolve of waiting.current.splice(0)) resolve(isUnlocked);
  };
  if (!isLocked) return null;
  return (
    <>
      <div className="lock-bar" role="status">
        <LockIcon />
        <span>{say(WORDS.locked)}</span>
        <Button kind="main" onClick={() => setAsking(true)}>
          {say(WORDS.unlock)}
        </Button>
      </div>
      <Dialog title={say(WORDS.title, { name: viewer.person.name })} isOpen={isAsking} onClose={() => settle(false)}>
        <Proof onProven={() => settle(true)} />
      </Dialog>
    </>
  );
}

function Proof({ onProven }: { onProven: () => void }) {
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [needsCode, setNeedsCode] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const submit = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await requestJson('/api/session/unlock', { method: 'POST', body: needsCode ? { password, code } : { password } });
      onProven();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      if (error.key === 'session.code_needed') setNeedsCode(true);
      else setPassword('');
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Form onSubmit={() => void submit()} problem={problem}>
      <TextField
        label={WORDS.password}
        name="password"
        type="password"
        autoComplete="current-password"
        isRequired
        autoFocus
        value={password}
        onChange={setPassword}
      />
      {needsCode && (
        <TextField
          label={WORDS.code}
          name="code"
          autoComplete="one-time-code"
          maxLength={6}
          isRequired
          value={code}
          onChange={setCode}
        />
      )}
      <FormActions submit={WORDS.unlock} isBusy={isBusy} />
    </Form>
  );
}

function useIdle(minutes: number, onIdle: () => void): void {
  const latest = useRef(onIdle);
  latest.current = onIdle;
  useEffect(() => {
    let notedAt = 0;
    let toldAt = Date.now();
    const note = () => {
      const now = Date.now();
      if (now - notedAt < NOTE_MS) return;
      notedAt = now;
      localStorage.setItem(ACTIVE_KEY, String(now));
    };
    note();
    const look = setInterval(() => {
      const now = Date.now();
      const idle = now - Number(localStorage.getItem(ACTIVE_KEY) ?? now);
      if (idle > minutes * 60_000) latest.current();
      else if (now - toldAt > TELL_MS && now - notedAt < TELL_MS) {
        toldAt = now;
        void requestJson('/api/session', { headers: { 'fengsui-active': '1' } }).catch(() => undefined);
      }
    }, LOOK_MS);
    const kinds = ['pointerdown', 'keydown', 'wheel', 'pointermove'] as const;
    for (const kind of kinds) window.addEventListener(kind, note, { passive: true });
    return () => {
      clearInterval(look);
      for (const kind of kinds) window.removeEventListener(kind, note);
    };
  }, [minutes]);
}
