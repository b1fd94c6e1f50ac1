import { capability } from '../../foundation/api/define.ts';
import { registerOperations } from '../../foundation/registers/index.ts';
import { cameras } from './camera.register.ts';

/** 视频点位. */
export const cameraRegister = capability({
  name: 'cameras',
  label: { zh: '视频点位', en: 'Cameras' },
  ...registerOperations(cameras),
});
