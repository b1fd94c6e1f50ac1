/** One shift in a calendar; instants in UTC. */
export interface CalendarEvent {
  readonly id: string;
  readonly version: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly changedAt: Date;
  readonly summary: string;
  readonly description: string;
}

const stamp = (at: Date) => `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

/** Backslash, comma, semicolon and line break have a meaning of their own in a text (RFC 5545 §3.3.11). */
const text = (value: string) =>
  value
    .replaceAll('\\', '\\\\')
    .replaceAll(/[,;]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r?\n/g, '\\n');

const LONGEST = 75;
const octets = (value: string) => new TextEncoder().encode(value).length;

/** No line is longer than 75 octets; it goes on after a break and a blank, never within a letter (§3.1). */
export function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  for (const letter of line) {
    if (octets(current) + octets(letter) > (lines.length === 0 ? LONGEST : LONGEST - 1)) {
      lines.push(current);
      current = '';
    }
    current += letter;
  }
  return [...lines, current].join('\r\n ');
}

/** A calendar as RFC 5545 writes it: what programs of others subscribe to. `host` makes the ids of events unique in the world. */
export function calendarText(name: string, events: readonly CalendarEvent[], host: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Fengsui//Duty//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${text(name)}`,
    'X-WR-TIMEZONE:Asia/Shanghai',
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...events.flatMap(({ id, version, startsAt, endsAt, changedAt, summary, description }) => [
      'BEGIN:VEVENT',
      `UID:${id}@${host}`,
      `DTSTAMP:${stamp(changedAt)}`,
      `LAST-MODIFIED:${stamp(changedAt)}`,
      `SEQUENCE:${version}`,
      `DTSTART:${stamp(startsAt)}`,
      `DTEND:${stamp(endsAt)}`,
      `SUMMARY:${text(summary)}`,
      `DESCRIPTION:${text(description)}`,
      'TRANSP:OPAQUE',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
