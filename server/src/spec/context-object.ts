// The context object: `$$` in JSONPath, `$states.context` in JSONata.
// Source: Step Functions Developer Guide, "Accessing execution data from the Context object in Step Functions".

/** A member that holds others, or data of which nothing is known beforehand. */
export interface ContextMember {
  readonly docs: string;
  /** `undefined` where a run's own data begins, or a value has no members. */
  readonly members?: Readonly<Record<string, ContextMember>>;
  /** Any member may be in it. */
  readonly open?: true;
}

export const contextObject: ContextMember = {
  docs: 'What Step Functions knows of the run, the state and the machine.',
  members: {
    Execution: {
      docs: 'The run.',
      members: {
        Id: { docs: 'The ARN of the run.' },
        Input: { docs: 'The input that the run was started with.', open: true },
        Name: { docs: 'The name of the run.' },
        RoleArn: { docs: 'The role that the run has.' },
        StartTime: { docs: 'When the run started, as a timestamp.' },
        RedriveCount: { docs: 'How often the run was redriven.' },
        RedriveTime: { docs: 'When the run was last redriven.' },
      },
    },
    State: {
      docs: 'The state.',
      members: {
        Name: { docs: 'The name of the state.' },
        EnteredTime: { docs: 'When the state was entered, as a timestamp.' },
        RetryCount: { docs: 'How often the state has been retried.' },
      },
    },
    StateMachine: { docs: 'The state machine.', members: { Id: { docs: 'The ARN of the state machine.' }, Name: { docs: 'The name of the state machine.' } } },
    Task: { docs: 'The task that waits.', members: { Token: { docs: 'The token with which the task is answered; for `.waitForTaskToken`.' } } },
    Map: {
      docs: 'The Map state around.',
      members: {
        Item: {
          docs: 'The item that is worked on.',
          members: {
            Index: { docs: 'The place of the item in the list, from 0.' },
            Value: { docs: 'The item itself.', open: true },
            Key: { docs: 'The name of the item, where the items are the members of an object.' },
            Source: { docs: 'Where the item comes from: `STATE_DATA`, or an address in Amazon S3.' },
          },
        },
      },
    },
  },
};

/** Members that are numbers; all others that hold no more are texts. */
const counts: ReadonlySet<string> = new Set(['RedriveCount', 'RetryCount', 'Index']);

/** What stands under some names of the context object, where that is known before the run. */
export function kindInContext(names: readonly string[]): 'text' | 'number' | 'object' | undefined {
  let member: ContextMember | undefined = contextObject;
  for (const name of names) {
    member = member?.members && Object.hasOwn(member.members, name) ? member.members[name] : undefined;
  }
  return !member || member.open ? undefined : member.members ? 'object' : counts.has(names.at(-1) ?? '') ? 'number' : 'text';
}

/** The first of some names that the context object can't have, with the member that lacks it. */
export function missingContextMember(names: readonly string[]): { readonly index: number; readonly among: readonly string[] } | undefined {
  let member = contextObject;
  for (const [index, name] of names.entries()) {
    if (member.open || !member.members) {
      return undefined;
    }
    const next = Object.hasOwn(member.members, name) ? member.members[name] : undefined;
    if (!next) {
      return { index, among: Object.keys(member.members) };
    }
    member = next;
  }
  return undefined;
}
