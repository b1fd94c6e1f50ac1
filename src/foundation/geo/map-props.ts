import type { Point } from '../../kernel/geometry.ts';
import type { PictureJson } from './layers/picture-layer.ts';
import type { MapFeature, TileLayers } from './map/layer-look.rules.ts';
import type { AreaCollection, Drawn, MapExtent } from './map.rules.ts';

/** Shapes tell kinds apart without colour: ● incident, ▲ alarm, ◆ team, ■ any other place; a corner is a handle of what is drawn. */
export type MapShape = 'incident' | 'alarm' | 'team' | 'place' | 'corner';

/** Something at a place, with its word beside it. */
export interface MapPoint extends Point {
  readonly id: string;
  readonly label: string;
  readonly shape: MapShape;
  readonly isChosen?: boolean;
  /** Makes it a button. */
  readonly onOpen?: () => void;
  /** May be dragged: told where it was let go. */
  readonly onMove?: (to: Point) => void;
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
  /** Registers drawn from their tiles. */
  readonly tiles?: TileLayers;
  /** Pictures and tiles of others that are switched on; the base map comes by itself. */
  readonly pictures?: readonly PictureJson[];
  /** Told which of them, or of the base map, just did not come. */
  readonly onSilent?: ((id: string) => void) | undefined;
  /** Records of the tiles that were clicked, the topmost first; gathered points are gone into instead. */
  readonly onFeatures?: ((features: readonly MapFeature[]) => void) | undefined;
  /** A line, or an area when `isClosed`, with its corners. */
  readonly drawn?: Drawn | undefined;
  /** While picking: what would be drawn if the place under the pointer were clicked. */
  readonly preview?: ((point: Point) => Drawn) | undefined;
  /** Ground that is told apart from the rest: what lies within a distance. Coordinates of a MultiPolygon. */
  readonly reach?: readonly (readonly (readonly (readonly number[])[])[])[] | undefined;
  /** Drawn for paper: its picture outlives the moment, in twice the pixels. */
  readonly isPrinted?: boolean;
  /** Read from across a hall: everything drawn this many times as large, and nothing on it to press. */
  readonly magnified?: number | undefined;
  /** Where it stands; another one moves it there at once. `district`: all outlines. */
  readonly stand?: MapView | 'district' | undefined;
  /** Where the map starts; the district without it. */
  readonly view?: MapView | undefined;
  /** Where it was moved to. */
  readonly onView?: ((view: MapView) => void) | undefined;
  /** Maps that show the same ground side by side: what moves one moves the others. */
  readonly joined?: JoinedMaps | undefined;
  /** What of the ground is in sight, from the first drawing on and whenever that changes. */
  readonly onExtent?: ((extent: MapExtent) => void) | undefined;
  /** 审图号, only a real one. */
  readonly approvalNumber?: string;
}

export interface MapView extends Point {
  readonly zoom: number;
}

/** As much of a map as it takes to follow another one. */
export interface FollowingMap {
  getCenter(): Point;
  getZoom(): number;
  jumpTo(to: { center: Point; zoom: number }): unknown;
  on(event: 'move', hear: () => void): unknown;
  off(event: 'move', hear: () => void): unknown;
}

export interface JoinedMaps {
  /** Answers what takes the map out again. */
  add(map: FollowingMap): () => void;
}
