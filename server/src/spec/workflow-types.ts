/** The two types of workflow. Source: Step Functions Developer Guide, "Choosing workflow type". */
export type WorkflowType = 'STANDARD' | 'EXPRESS';

/** How long a run can last, in seconds. Source: Step Functions Developer Guide, "Quotas". */
export const longestRun: Readonly<Record<WorkflowType, number>> = { STANDARD: 31_536_000, EXPRESS: 300 };
