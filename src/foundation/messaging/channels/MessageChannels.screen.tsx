import type { Phrase } from '../../../kernel/phrases.ts';
import { type OutputOf, useView } from '../../api/web.ts';
import { Facts, Page, Section, Shown, Tag, Time, useSay } from '../../design-system/web.ts';
import type { channels } from '../messages.views.ts';

const WORDS = {
  title: { zh: '消息渠道', en: 'Message channels' },
  on: { zh: '启用', en: 'On' },
  off: { zh: '停用', en: 'Off' },
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
  const { whyOff, waiting, waitingSince, lastError, settings } = channel;
  return (
    <Section title={channel.label} aside={<Tag>{say(whyOff ? WORDS.off : WORDS.on)}</Tag>}>
      {whyOff && <p>{say(whyOff)}</p>}
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
