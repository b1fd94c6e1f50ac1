import { useState } from 'react';
import type { FollowingMap, JoinedMaps } from '../map-props.ts';

/** Maps of which each follows the others. */
export function useJoinedMaps(): JoinedMaps {
  const [joined] = useState((): JoinedMaps => {
    const maps = new Set<FollowingMap>();
    let isFollowing = false;
    return {
      add(map) {
        const lead = () => {
          if (isFollowing) return;
          isFollowing = true;
          for (const other of maps) if (other !== map) other.jumpTo({ center: map.getCenter(), zoom: map.getZoom() });
          isFollowing = false;
        };
        maps.add(map);
        map.on('move', lead);
        return () => {
          maps.delete(map);
          map.off('move', lead);
        };
      },
    };
  });
  return joined;
}
