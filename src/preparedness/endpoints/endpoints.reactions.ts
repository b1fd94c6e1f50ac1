import { reaction } from '../../foundation/timeline/define.ts';
import { orderToMend } from './failed-test.commands.ts';

export const onTestFailed = reaction('endpoints.on_test_failed', ['endpoint.test_failed'], orderToMend);
