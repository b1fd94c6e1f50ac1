import { useEffect, useState } from 'react';
import type { Phrase } from '../../kernel/phrases.ts';
import { ApiProblem, requestJson, serverNow } from '../api/web.ts';
import { Button, CheckIcon, Facts, Go, Section, Time, useMay, useSay } from '../design-system/web.ts';
import type { ChainHead } from './timeline.routes.ts';
import type { Fault, Verdict } from './verify.ts';

const WORDS = {
  title: { zh: '记录链', en: 'The chain' },
  head: { zh: '链头', en: 'Head' },
  entry: { zh: '第 {position} 条', en: 'Entry {position}' },
  hash: { zh: '链头摘要', en: 'Digest of the head' },
  checkpoint: { zh: '最近检查点', en: 'Last checkpoint' },
  unsealed: { zh: '待封存', en: 'Not sealed yet' },
  verify: { zh: '核验', en: 'Verify' },
  verifying: { zh: '正在逐条核验……', en: 'Verifying every entry …' },
  whole: {
    zh: '核验通过：{entries} 条记录逐条与封印、检查点一致，没有改动、缺失或调换。',
    en: 'Whole: all {entries} entries agree with their seals and the checkpoints; nothing was changed, removed or swapped.',
  },
  broken: { zh: '核验不通过：第 {position} 条{fault}。', en: 'Not whole: entry {position} {fault}.' },
  brokenBefore: { zh: '在它之前的 {entries} 条完整。', en: 'The {entries} entries before it are whole.' },
  brokenThen: {
    zh: '请停止在此数据库上办理，保全现场，与检查点和备份比对。',
    en: 'Stop working on this database, secure it, compare it with the checkpoints and a backup.',
  },
  forged: {
    zh: '核验不通过：数据库外的检查点不是本机密钥签署的，无法判断记录是否完整。',
    en: 'Not whole: a checkpoint outside the database was not signed with this installation’s key; the trail cannot be judged.',
  },
  look: { zh: '查看附近记录', en: 'See the entries around it' },
  at: { zh: '核验于', en: 'Verified at' },
} as const satisfies Record<string, Phrase>;

const FAULTS: Readonly<Record<Fault, Phrase>> = {
  changed: { zh: '被改动', en: 'was changed' },
  missing: { zh: '缺失', en: 'is missing' },
  reordered: { zh: '位置被调换', en: 'stands in another place' },
  rehashed: { zh: '的摘要不是用密钥封存的', en: 'was hashed anew without the key' },
  cut: { zh: '起的末尾被截去', en: 'and all after it were cut off' },
  forged_checkpoint: { zh: '检查点不可信', en: 'has a forged checkpoint' },
};

/** Where the chain stands, and the button that walks all of it. */
export function Chain() {
  const say = useSay();
  const may = useMay();
  const [head, setHead] = useState<ChainHead>();
  const [verdict, setVerdict] = useState<{ found: Verdict; at: Date }>();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Phrase>();
  const ask = async <T,>(path: string, take: (answer: T) => void) => {
    try {
      take(await requestJson<T>(path));
      setProblem(undefined);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.phrase);
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked when the page opens; after that by the button
  useEffect(() => void ask('/api/timeline/head', setHead), []);
  const verify = async () => {
    setBusy(true);
    await ask<Verdict>('/api/timeline/verdict', (found) => setVerdict({ found, at: serverNow() }));
    await ask('/api/timeline/head', setHead);
    setBusy(false);
  };
  return (
    <Section
      title={WORDS.title}
      aside={
        may('timeline.verify') && (
          <Button kind="main" isBusy={isBusy} onClick={() => void verify()}>
            {say(WORDS.verify)}
          </Button>
        )
      }
    >
      {head && (
        <Facts
          facts={[
            { label: WORDS.head, value: say(WORDS.entry, { position: head.position }) },
            {
              label: WORDS.hash,
              value: head.hash && <code title={head.hash}>{head.hash.slice(0, 16)}…</code>,
            },
            {
              label: WORDS.checkpoint,
              value: head.checkpoint && (
                <>
                  <Time at={head.checkpoint.at} /> {say(WORDS.entry, { position: head.checkpoint.position })}
                </>
              ),
            },
            { label: WORDS.unsealed, value: String(head.unsealed) },
          ]}
        />
      )}
      <div role="status">
        {isBusy && <p>{say(WORDS.verifying)}</p>}
        {!isBusy && verdict && <Found verdict={verdict.found} at={verdict.at} />}
      </div>
      {problem && (
        <p className="problem" role="alert">
          {say(problem)}
        </p>
      )}
    </Section>
  );
}

function Found({ verdict: { isWhole, entries, firstBad }, at }: { verdict: Verdict; at: Date }) {
  const say = useSay();
  const when = (
    <span className="soft">
      {say(WORDS.at)} <Time at={at} />
    </span>
  );
  if (isWhole || !firstBad) {
    return (
      <p className="row">
        <CheckIcon />
        {say(WORDS.whole, { entries })} {when}
      </p>
    );
  }
  const { position, fault } = firstBad;
  if (fault === 'forged_checkpoint') {
    return (
      <p className="problem">
        <b>{say(WORDS.forged)}</b> {when}
      </p>
    );
  }
  return (
    <p className="problem">
      <b>{say(WORDS.broken, { position, fault: say(FAULTS[fault]) })}</b> {say(WORDS.brokenBefore, { entries })}{' '}
      {say(WORDS.brokenThen)} <Go to={`/timeline?before=${position + 20}`}>{say(WORDS.look)}</Go> {when}
    </p>
  );
}
