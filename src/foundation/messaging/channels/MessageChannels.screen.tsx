import type { Phrase } from '../../../kernel/phrases.ts';
import { type OutputOf, useView } from '../../api/web.ts';
import { Facts, Go, Page, Section, Shown, Tag, Time, useSay } from '../../design-system/web.ts';
import type { channels } from '../channels.views.ts';

const WORDS = {
  title: { zh: '消息渠道', en: 'Message channels' },
  limits: { zh: '限额', en: 'Limits' },
  perMinute: { zh: '每分钟 {perMinute} 条', en: '{perMinute} a minute' },
  perDay: { zh: '每天 {perDay} 条', en: '{perDay} a day' },
  quiet: {
    zh: '{quietFrom} 时至 {quietTo} 时静默（一般消息）',
    en: 'quiet from {quietFrom} to {quietTo} h (normal messages)',
  },
  isQuiet: { zh: '现在静默', en: 'quiet now' },
  free: { zh: '不限', en: 'unlimited' },
  cost: { zh: '今日费用', en: 'Cost today' },
  yuan: {
    zh: '{yuan} 元（{sentToday} 条，每条 {costFen} 分）',
    en: 'CNY {yuan} ({sentToday} letters at {costFen} fen)',
  },
  rules: { zh: '修改限额', en: 'Change the limits' },
  hand: { zh: '人工渠道待办', en: 'What waits to be told' },
  waiting: { zh: '排队待发', en: 'Waiting' },
  since: { zh: '最早一条自', en: 'the oldest since' },
  day: { zh: '近 24 小时', en: 'Last 24 hours' },
  figures: {
    zh: '发出 {sent} · 确认到达 {reached} · 未送达 {failed}',
    en: '{sent} sent · {reached} reached · {failed} failed',
  },
  lastError: { zh: '最近一次失败', en: 'Last failure' },
  isSet: { zh: '已设置', en: 'set' },
  isNotSet: { zh: '未设置，例如 {example}', en: 'not set, such as {example}' },
} as const satisfies Record<string, Phrase>;

const HEALTH = {
  off: { zh: '停用', en: 'Off' },
  by_hand: { zh: '人工', en: 'By hand' },
  good: { zh: '正常', en: 'Good' },
  unused: { zh: '启用', en: 'On' },
  failing: { zh: '故障', en: 'Failing' },
  stuck: { zh: '积压', en: 'Stuck' },
} as const satisfies Record<string, Phrase>;

/** 消息渠道: which ways to people are open, what waits in them, what they brought and what failed. */
export default function MessageChannels() {
  const view = useView<typeof channels>('messages.channels', {});
  return (
    <Page title={WORDS.title}>
      <Shown of={view}>{({ items }) => items.map((one) => <Channel key={one.name} channel={one} />)}</Shown>
    </Page>
  );
}

function Channel({ channel }: { channel: OutputOf<typeof channels>['items'][number] }) {
  const say = useSay();
  const { whyOff, waiting, waitingSince, lastError, settings, limit } = channel;
  const limits = [
    limit.perMinute > 0 && say(WORDS.perMinute, limit),
    limit.perDay > 0 && say(WORDS.perDay, limit),
    limit.quietFrom !== limit.quietTo && say(WORDS.quiet, limit),
    channel.isQuiet && say(WORDS.isQuiet),
  ].filter(Boolean);
  return (
    <Section title={channel.label} aside={<Tag>{say(HEALTH[channel.health])}</Tag>}>
      {whyOff && <p>{say(whyOff)}</p>}
      {channel.health === 'by_hand' && waiting > 0 && <Go to="/manual-deliveries">{say(WORDS.hand)}</Go>}
      <Facts
        facts={[
          {
            label: WORDS.waiting,
            value: (
              <>
                {waiting}
                {waitingSince && (
                  <>
                    {' '}
                    {say(WORDS.since)} <Time at={waitingSince} />
                  </>
                )}
              </>
            ),
          },
          { label: WORDS.day, value: say(WORDS.figures, channel) },
          {
            label: WORDS.limits,
            value: (
              <>
                {limits.length > 0 ? limits.join(' · ') : say(WORDS.free)}{' '}
                <Go to="/rule-sets/channel_limits">{say(WORDS.rules)}</Go>
              </>
            ),
          },
          ...(limit.costFen > 0
            ? [
                {
                  label: WORDS.cost,
                  value: say(WORDS.yuan, {
                    yuan: (channel.costTodayFen / 100).toFixed(2),
                    sentToday: channel.sentToday,
                    costFen: limit.costFen,
                  }),
                },
              ]
            : []),
          ...(lastError ? [{ label: WORDS.lastError, value: lastError }] : []),
        ]}
      />
      <ul>
        {settings.map((one) => (
          <li key={one.name}>
            {say(one.label)} <code>{one.name}</code>{' '}
            <span className="soft">{say(one.isSet ? WORDS.isSet : WORDS.isNotSet, { example: one.example })}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
