import { viewFrom } from '../../foundation/geo/define.ts';

export interface SceneMap {
  /** Layers, as the address of the one map names them. */
  readonly on: readonly string[];
  readonly view: { readonly lng: number; readonly lat: number; readonly zoom: number } | undefined;
}

/** What the link of the one map shows; undefined when it is none. A moment in it is left out: a wall shows what is. */
export function mapOf(address: string | null | undefined): SceneMap | undefined {
  if (!address) return undefined;
  const [path = '', query = ''] = address.trim().split('?');
  if (!/(^|\/)map$/.test(path)) return undefined;
  const given = new URLSearchParams(query);
  const on = (given.get('on') ?? 'incidents').split(',').filter((id) => id && id !== 'none');
  const at = given.get('at') ?? undefined;
  const view = viewFrom(at);
  return at && !view ? undefined : { on, view };
}

export interface Scene {
  readonly id: string;
  readonly title: string;
  readonly sceneKind: 'situation' | 'incidents' | 'map';
  readonly seconds: number;
  readonly mapAddress: string | null;
}

/** One picture of the wall: a scene, or one incident of a scene that takes them one by one. */
export interface Frame {
  readonly key: string;
  readonly scene: Scene;
  readonly incidentId?: string;
}

/** All pictures in their turn. Incidents come one by one; where none is open, that scene is passed over. Never empty. */
export function framesOf(scenes: readonly Scene[], incidentIds: readonly string[], whole: Scene): [Frame, ...Frame[]] {
  const frames = scenes.flatMap((scene): Frame[] =>
    scene.sceneKind === 'incidents'
      ? incidentIds.map((incidentId) => ({ key: `${scene.id} ${incidentId}`, scene, incidentId }))
      : [{ key: scene.id, scene }],
  );
  const [first, ...rest] = frames;
  return first ? [first, ...rest] : [{ key: whole.id, scene: whole }];
}

/** Which picture follows the one with this key; the first when that one is gone. */
export function nextOf(frames: readonly [Frame, ...Frame[]], key: string | undefined): Frame {
  const at = frames.findIndex((frame) => frame.key === key);
  return frames[(at + 1) % frames.length] ?? frames[0];
}

/** Dark from six in the evening to six in the morning, Beijing time. */
export const isNight = (hour: number): boolean => hour >= 18 || hour < 6;
