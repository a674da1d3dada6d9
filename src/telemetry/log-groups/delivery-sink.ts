import { copyRecords } from '../../log-records/index.ts';
import type { DeliverySink } from '../../model/index.ts';
import type { Warn } from '../log-file/index.ts';
import { createBatchSink, type SendLogs } from './batch-sink.ts';

/** A delivery sink whose lines are on their way, so that one can wait for them. */
export interface BatchedDeliveries extends DeliverySink {
  flush(): Promise<void>;
}

/** Gathers lines for delivery streams as events of log groups are gathered: a stream's ARN stands for the group. */
export function createDeliverySink(send: SendLogs, warn: Warn): BatchedDeliveries {
  const batches = createBatchSink(send, warn, copyRecords);
  // A stream has neither account nor region beside its ARN.
  const scope = { accountId: '', region: '' };
  return {
    deliver: (streamArn, line) =>
      batches.append({ scope, logGroup: streamArn, logStream: '', timestamp: 0, message: line }),
    flush: batches.flush,
  };
}
