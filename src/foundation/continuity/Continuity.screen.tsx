import { useState } from 'react';
import { useCommand, useView } from '../api/web.ts';
import { Button, Page, Section, Shown, Time, useMay, useSay } from '../design-system/web.ts';
import { JobProgress } from '../jobs/web.ts';
import type { drill, make } from './continuity.commands.ts';
import type { drills, list } from './continuity.views.ts';

const WORDS = {
  title: { zh: '运行保障', en: 'Continuity' },
  packs: { zh: '断网断电备用资料', en: 'Fallback packs' },
  about: {
    zh: '每 {minutes} 分钟生成一份可打印的 PDF：在办事件、未完成指令、队伍场所和通讯录（含电话，注意保管）。',
    en: 'Every {minutes} minutes a PDF to print: open incidents and orders, teams, sites and contacts with their numbers (keep it safe).',
  },
  late: { zh: '没有按时生成，请检查后台任务', en: 'The last one is late; look at the jobs' },
  here: {
    zh: '与数据在同一磁盘。请设置 FALLBACK_FOLDER 指向另一磁盘或共享目录。',
    en: 'On the same disk as the data. Set FALLBACK_FOLDER to another disk or a share.',
  },
  make: { zh: '立即生成', en: 'Make one now' },
  madeAt: { zh: '生成时间', en: 'Made at' },
  entries: { zh: '条目', en: 'Entries' },
  size: { zh: '大小', en: 'Size' },
  file: { zh: '文件', en: 'File' },
  none: { zh: '还没有备用资料包', en: 'No pack yet' },
  restore: { zh: '恢复演练', en: 'Restore drills' },
  drillAbout: {
    zh: '备份现有数据，恢复到另一个空库，逐表核对并验证大事记，不影响值班。',
    en: 'Backs the data up, restores them into another database, compares every table and verifies the timeline; work goes on.',
  },
  drill: { zh: '开始演练', en: 'Start a drill' },
  noDrill: { zh: '还没有演练过', en: 'No drill yet' },
  at: { zh: '完成时间', en: 'Ended at' },
  rows: { zh: '行数', en: 'Rows' },
  backup: { zh: '备份用时', en: 'Backup took' },
  restoring: { zh: '恢复用时', en: 'Restore took' },
  verdict: { zh: '结论', en: 'Verdict' },
  whole: { zh: '完整一致', en: 'whole and equal' },
  broken: { zh: '不一致', en: 'not equal' },
  failed: { zh: '未完成', en: 'not completed' },
  seconds: { zh: '{seconds} 秒', en: '{seconds} s' },
} as const;

/** What keeps the work going when machine, power or network do not. */
export default function Continuity() {
  const may = useMay();
  return (
    <Page title={WORDS.title}>
      {may('fallback_pack.read') && <Packs />}
      {may('continuity.drill') && <Drills />}
    </Page>
  );
}

function Packs() {
  const say = useSay();
  const may = useMay();
  const view = useView<typeof list>('fallbackPacks.list', {});
  const making = useCommand<typeof make>('fallbackPacks.make');
  const [jobId, setJobId] = useState<string>();
  return (
    <Section title={WORDS.packs}>
      <Shown of={view}>
        {({ items, everyMinutes, isLate, isElsewhere }) => (
          <>
            <p className="soft">{say(WORDS.about, { minutes: everyMinutes })}</p>
            {isLate && <p role="alert">{say(WORDS.late)}</p>}
            {!isElsewhere && <p className="soft">{say(WORDS.here)}</p>}
            {items.length === 0 ? (
              <p className="quiet">{say(WORDS.none)}</p>
            ) : (
              <table className="table">
                <thead>
                  <tr>
                    <th scope="col">{say(WORDS.madeAt)}</th>
                    <th scope="col">{say(WORDS.entries)}</th>
                    <th scope="col">{say(WORDS.size)}</th>
                    <th scope="col">{say(WORDS.file)}</th>
                  </tr>
                </thead>
                <tbody>
                  {items.slice(0, 50).map((one) => (
                    <tr key={one.id}>
                      <td>
                        <Time at={one.madeAt} />
                      </td>
                      <td className="number">{one.rowCount}</td>
                      <td className="number">{`${Math.ceil(one.size / 1024)} KB`}</td>
                      <td>
                        <a href={`/api/fallback-packs/${one.id}/file`} download>
                          {one.fileName}
                        </a>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </>
        )}
      </Shown>
      {may('fallback_pack.make') && (
        <p className="row">
          <Button
            isBusy={making.isRunning}
            onClick={() => void making.run({}).then((answer) => answer && setJobId(answer.jobId))}
          >
            {say(WORDS.make)}
          </Button>
        </p>
      )}
      {jobId && may('job.read') && <JobProgress id={jobId} />}
    </Section>
  );
}

function Drills() {
  const say = useSay();
  const may = useMay();
  const view = useView<typeof drills>('continuity.drills', {});
  const starting = useCommand<typeof drill>('continuity.drill');
  const [jobId, setJobId] = useState<string>();
  const start = async () => {
    const answer = await starting.run({});
    if (answer) setJobId(answer.jobId);
  };
  return (
    <Section title={WORDS.restore}>
      <p className="soft">{say(WORDS.drillAbout)}</p>
      <Shown of={view}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{say(WORDS.noDrill)}</p>
          ) : (
            <table className="table">
              <thead>
                <tr>
                  {[WORDS.at, WORDS.rows, WORDS.backup, WORDS.restoring, WORDS.verdict].map((word) => (
                    <th key={word.zh} scope="col">
                      {say(word)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {items.map(({ id, endedAt, result }) => (
                  <tr key={id}>
                    <td>{endedAt ? <Time at={endedAt} /> : '—'}</td>
                    <td className="number">{result?.rows ?? '—'}</td>
                    <td>{result ? say(WORDS.seconds, { seconds: result.backupSeconds }) : '—'}</td>
                    <td>{result ? say(WORDS.seconds, { seconds: result.restoreSeconds }) : '—'}</td>
                    <td>{say(result ? (result.isWhole ? WORDS.whole : WORDS.broken) : WORDS.failed)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Shown>
      <p className="row">
        <Button isBusy={starting.isRunning} onClick={() => void start()}>
          {say(WORDS.drill)}
        </Button>
      </p>
      {jobId && may('job.read') && <JobProgress id={jobId} />}
    </Section>
  );
}
