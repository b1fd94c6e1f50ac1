type Run = (name: string, input: unknown) => Promise<unknown>;

const SCENES = [
  { title: '全区态势', sceneKind: 'situation', seconds: 30 },
  { title: '未办结事件', sceneKind: 'incidents', seconds: 20 },
  {
    ...{ title: '防汛重点部位', sceneKind: 'map', seconds: 30 },
    mapAddress: '/map?on=reservoirs,rivers,flood-prone-points,sunken-overpasses,pump-stations,incidents',
  },
  {
    ...{ title: '救援力量和安置场所', sceneKind: 'map', seconds: 30 },
    mapAddress: '/map?on=teams,warehouses,shelters,incidents',
  },
];

/** The wall of the command hall and what it shows in turn. */
export async function seedWalls(run: Run, personId: string | undefined, ownerUnitId: string | undefined) {
  const wall = (await run('wallDisplays.register', {
    ...{ name: '指挥大厅大屏', accountPersonId: personId, look: 'night', language: 'zh' },
    ...{ size: '指挥大厅北墙，7680 × 2160', ownerUnitId },
  })) as { id: string };
  for (const [at, scene] of SCENES.entries()) {
    await run('wallScenes.register', { displayId: wall.id, turn: at + 1, ...scene, ownerUnitId });
  }
}
