import { capability } from '../../foundation/api/define.ts';
import { allOf, registerOperations } from '../../foundation/registers/index.ts';
import { coverage, covering, unreached } from './coverage.views.ts';
import { doorKnocks } from './door-knock.register.ts';
import { endpoints } from './endpoint.register.ts';
import { endpointKeeper } from './endpoint-keeper.views.ts';
import { onTestFailed } from './endpoints.reactions.ts';
import { LINE_TESTS } from './line-tests.rules.ts';

export { type CoveringEndpoint, endpointsCovering } from './covering.views.ts';

const operations = allOf(registerOperations(endpoints), registerOperations(doorKnocks));

/** 触达终端: what brings a warning to a community or a building, who keeps it, and whom nothing reaches. */
export const endpointRegister = capability({
  name: 'endpoints',
  label: { zh: '触达终端', en: 'Endpoints' },
  ...operations,
  views: [...operations.views, coverage, covering, unreached],
  addressees: [endpointKeeper],
  reactions: [onTestFailed],
  ruleSets: [LINE_TESTS],
});
