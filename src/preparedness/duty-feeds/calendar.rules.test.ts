import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { calendarText, folded } from './calendar.rules.ts';

const EVENTS = [
  {
    id: '0193',
    version: 3,
    startsAt: new Date('2026-12-01T00:30:00Z'),
    endsAt: new Date('2026-12-02T00:30:00Z'),
    changedAt: new Date('2026-11-27T01:02:03Z'),
    summary: '值班员 古城街道，备班 夏秉文; 第1席',
    description: '接班前核对：在办事件, 设备\\物品\n签名后生效——'.repeat(4),
  },
  {
    id: '0194',
    version: 1,
    startsAt: new Date('2026-12-31T16:30:00Z'),
    endsAt: new Date('2027-01-01T00:30:00Z'),
    changedAt: new Date('2026-11-27T01:02:03Z'),
    summary: 'Duty officer',
    description: '',
  },
];

/** Debian's own, whose packages the two readers are; another one on the path does not have them. */
const PYTHON = '/usr/bin/python3';

/** Two programs that share no code with ours or with one another say what they read. */
const READERS = {
  icalendar: `
import sys, json, icalendar
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
print(json.dumps([[str(e['UID']), str(e['SUMMARY']), str(e['DESCRIPTION']), e['DTSTART'].dt.timestamp(), e['DTEND'].dt.timestamp(), int(e['SEQUENCE'])] for e in calendar.walk('VEVENT')]))`,
  vobject: `
import sys, json, vobject
calendar = vobject.readOne(open(sys.argv[1], encoding='utf-8', newline='').read())
print(json.dumps([[e.uid.value, e.summary.value, e.description.value, e.dtstart.value.timestamp(), e.dtend.value.timestamp(), int(e.sequence.value)] for e in calendar.vevent_list]))`,
};

it.each(Object.entries(READERS))('%s reads the calendar as it was meant', (_name, program) => {
  const folder = mkdtempSync(join(tmpdir(), 'fengsui-calendar-'));
  const path = join(folder, 'duty.ics');
  writeFileSync(path, calendarText('值班, 我的班次', EVENTS, 'sjs.example'));
  const { stdout, stderr } = spawnSync(PYTHON, ['-c', program, path], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual(
    EVENTS.map(({ id, summary, description, startsAt, endsAt, version }) => [
      `${id}@sjs.example`,
      summary,
      description,
      startsAt.getTime() / 1000,
      endsAt.getTime() / 1000,
      version,
    ]),
  );
});

it('folds within 75 octets and never within a letter', () => {
  const line = `SUMMARY:${'值'.repeat(60)}`;
  const parts = folded(line).split('\r\n');
  for (const part of parts) expect(new TextEncoder().encode(part).length).toBeLessThanOrEqual(75);
  expect(parts.map((part, index) => (index === 0 ? part : part.slice(1))).join('')).toBe(line);
});
