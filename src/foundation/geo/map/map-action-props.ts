/** What is given to a part at `map.actions`: the map as it is looked at. */
export interface MapActionProps {
  /** `/map?on=…&at=…`, as its link says it. */
  readonly address: string;
}
