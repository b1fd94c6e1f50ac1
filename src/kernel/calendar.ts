import type { Phrase } from './phrases.ts';

/** Instants are stored in UTC and shown in Beijing time, which has had no summer time since 1991 (UTC+8). */
const OFFSET_MINUTES = 8 * 60;

export interface LocalTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  /** 0 = Sunday … 6 = Saturday */
  weekday: number;
}

/** Splits an instant into the parts a person in Asia/Shanghai reads on the wall. */
export function localTime(instant: Date): LocalTime {
  const shifted = new Date(instant.getTime() + OFFSET_MINUTES * 60_000);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
    weekday: shifted.getUTCDay(),
  };
}

/** The instant of a wall-clock reading in Asia/Shanghai. */
export function instantOf(year: number, month: number, day: number, hour = 0, minute = 0, second = 0): Date {
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second) - OFFSET_MINUTES * 60_000);
}

/** 0:00 in Beijing of the day in which an instant lies. */
export function startOfDay(instant: Date): Date {
  const { year, month, day } = localTime(instant);
  return instantOf(year, month, day);
}

const two = (value: number) => String(value).padStart(2, '0');

/** The calendar day in Beijing, as `2026-06-11`. */
export function dayText(instant: Date): string {
  const { year, month, day } = localTime(instant);
  return `${year}-${two(month)}-${two(day)}`;
}

/** `10:42` today, `11-23 10:42` this year, else `2025-11-23 10:42`. */
export function showTime(instant: Date, now: Date): string {
  const at = localTime(instant);
  const today = localTime(now);
  const clock = `${two(at.hour)}:${two(at.minute)}`;
  if (at.year !== today.year) return `${at.year}-${two(at.month)}-${two(at.day)} ${clock}`;
  if (at.month !== today.month || at.day !== today.day) return `${two(at.month)}-${two(at.day)} ${clock}`;
  return clock;
}

/** `2026年6月11日10时38分`, as official papers write it. */
export function officialTime(instant: Date): string {
  const at = localTime(instant);
  return `${at.year}年${at.month}月${at.day}日${at.hour}时${two(at.minute)}分`;
}

/** A length of time in words: `3 分 20 秒`, `2 小时 5 分`, `3 天 4 小时`. Negative lengths lose their sign. */
export function showDuration(milliseconds: number): Phrase {
  const seconds = Math.floor(Math.abs(milliseconds) / 1000);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (days > 0) return { zh: `${days} 天 ${hours % 24} 小时`, en: `${days} d ${hours % 24} h` };
  if (hours > 0) return { zh: `${hours} 小时 ${minutes % 60} 分`, en: `${hours} h ${minutes % 60} min` };
  if (minutes > 0) return { zh: `${minutes} 分 ${seconds % 60} 秒`, en: `${minutes} min ${seconds % 60} s` };
  return { zh: `${seconds} 秒`, en: `${seconds} s` };
}
