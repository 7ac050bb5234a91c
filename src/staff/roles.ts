/** What a member of staff is trusted with; each may also do what those before it may. */
export const ROLES = ['viewer', 'editor', 'approver'] as const;

export type Role = (typeof ROLES)[number];

/** Everything that staff can do on the desk page or in Slack, with the least role that may. */
export const LEAST_ROLE = {
  /** Look up answers, past and present, and work dates out. */
  lookUp: 'viewer',
  /** Say that an answer is wrong or old. */
  report: 'viewer',
  readFigures: 'viewer',
  /** See the questions that were missed, the tasks and the proposals. */
  readQueue: 'viewer',
  /** Assign a missed question to an entry, or put it out of scope. */
  assign: 'editor',
  /** The same where it changes the right answer of a question that is labelled. */
  assignBreaking: 'approver',
  propose: 'editor',
  /** Publish somebody else's proposal, or send it back. */
  approve: 'approver',
  /** Make an earlier version of the knowledge base the present one. */
  returnToVersion: 'approver',
  /** Judge the weekly sample of answers. */
  judge: 'editor',
  closeTask: 'editor',
  readAudit: 'approver',
} as const satisfies Readonly<Record<string, Role>>;

export type Action = keyof typeof LEAST_ROLE;

/** Whether somebody in that role may do it. */
export function may(role: Role, action: Action): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(LEAST_ROLE[action]);
}
