/** The two types of workflow. Source: Step Functions Developer Guide, "Choosing workflow type". */
export type WorkflowType = 'STANDARD' | 'EXPRESS';
