import type { Environment } from '../../foundation/messaging/define.ts';
import type { Phrase } from '../../kernel/phrases.ts';

/** What a meeting way needs to know of the linkage that it is opened for. */
export interface MeetingFor {
  readonly id: string;
  readonly place: { readonly lng: number; readonly lat: number } | null;
  readonly ground: string | null;
}

/**
 * A way for everybody who is reached to meet: a conference bridge, a video room, the same map. It only names where to go; a way
 * that nobody has set up says so and is offered to nobody.
 */
export interface MeetingWay {
  readonly name: 'bridge' | 'video' | 'map';
  readonly label: Phrase;
  readonly setting: string;
  readonly example: string;
  /** The line for the text of the message; undefined where it is not set up, or has nothing to show. */
  line(environment: Environment, linkage: MeetingFor): Phrase | undefined;
}

export const MEETING_WAYS: readonly MeetingWay[] = [
  {
    name: 'bridge',
    label: { zh: '电话会商', en: 'Conference call' },
    setting: 'CONFERENCE_NUMBER',
    example: '010-68800000, 1234#',
    line: ({ CONFERENCE_NUMBER: number }) =>
      number ? { zh: `电话会商：${number}`, en: `Conference call: ${number}` } : undefined,
  },
  {
    name: 'video',
    label: { zh: '视频会商', en: 'Video conference' },
    setting: 'VIDEO_MEETING_URL',
    example: 'https://meet.example/{room}',
    line: ({ VIDEO_MEETING_URL: url }, { id }) => {
      if (!url) return undefined;
      const room = url.replaceAll('{room}', id);
      return { zh: `视频会商：${room}`, en: `Video conference: ${room}` };
    },
  },
  {
    name: 'map',
    label: { zh: '共享地图', en: 'Shared map' },
    setting: 'PUBLIC_URL',
    example: 'https://fengsui.example',
    line: ({ PUBLIC_URL: url }, { place, ground }) => {
      if (!url || (!place && !ground)) return undefined;
      const at = place ? `at=${place.lng.toFixed(5)},${place.lat.toFixed(5)},15` : '';
      const within = ground ? `within=${encodeURIComponent(ground)}` : '';
      const map = `${url.replace(/\/$/, '')}/map?${[at, within].filter(Boolean).join('&')}`;
      return { zh: `共享地图：${map}`, en: `Shared map: ${map}` };
    },
  },
];
