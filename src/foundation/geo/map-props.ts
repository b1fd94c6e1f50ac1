import type { Point } from '../../kernel/geometry.ts';
import type { AreaCollection } from './map.rules.ts';

/** Shapes tell kinds apart without colour: ● incident, ▲ alarm, ◆ team, ■ any other place. */
export type MapShape = 'incident' | 'alarm' | 'team' | 'place';

/** Something at a place, with its word beside it. */
export interface MapPoint extends Point {
  readonly id: string;
  readonly label: string;
  readonly shape: MapShape;
  readonly isChosen?: boolean;
  /** Makes it a button. */
  readonly onOpen?: () => void;
}

export interface MapProps {
  /** What the map shows; read out. */
  readonly label: string;
  readonly areas?: AreaCollection | undefined;
  /** At most a few hundred: each is an element of the page that keys and readers reach. */
  readonly points?: readonly MapPoint[];
  /** Given: a click gives its place. */
  readonly onPick?: ((point: Point) => void) | undefined;
  readonly picked?: Point | undefined;
  /** Moves there when it changes. */
  readonly focus?: Point | undefined;
  /** 审图号, only a real one. */
  readonly approvalNumber?: string;
}
