/** Where a line of documentation stands, small enough to go to an editor and back: the line itself is read when somebody looks at it. */
export interface DocsPlace {
  /** The service by the name of its file. */
  readonly service: string;
  /** Given for an action: its name, or `service:action`. */
  readonly action?: string;
  /** Given for a member: its structure by its place in `types`, and its own place in there. */
  readonly member?: readonly [type: number, place: number];
}

/** What an editor sent back as one, if it is one. */
export function asDocsPlace(value: unknown): DocsPlace | undefined {
  const { service, action, member } = (value ?? {}) as { service?: unknown; action?: unknown; member?: unknown };
  if (typeof service !== 'string') {
    return undefined;
  }
  if (typeof action === 'string') {
    return { service, action };
  }
  const [type, place] = Array.isArray(member) ? (member as unknown[]) : [];
  return typeof type === 'number' && typeof place === 'number' ? { service, member: [type, place] } : undefined;
}
